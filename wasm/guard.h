// Guarded<&Class::method>::call: the method as JavaScript sees it. Arguments and result are converted, and
// an exception becomes {ok: false, code, message}: one that escaped would reach JavaScript as a bare number.
#pragma once

#include <emscripten/val.h>

#include <exception>
#include <new>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "convert.h"
#include "convert_run.h"
#include "ffnn/error.h"
#include "session.h"

namespace ffnn {

inline val failure(std::string_view code, const std::string& message) {
  val result = val::object();
  result.set("ok", false);
  result.set("code", std::string(code));
  result.set("message", message);
  return result;
}

// Out of line, once for all methods: the code around each of them is what makes the module large.
[[gnu::noinline]] inline val success(val value) {
  val result = val::object();
  result.set("value", std::move(value));
  result.set("ok", true);
  return result;
}

// The exception that is being handled.
[[gnu::noinline]] inline val currentFailure() {
  try {
    throw;
  } catch (const Error& error) {
    return failure(name(error.code()), error.what());
  } catch (const std::bad_alloc&) {
    return failure(name(ErrorCode::outOfMemory), "the browser gave no more memory");
  } catch (const std::exception& error) {
    return failure("unexpected", error.what());
  }
}

template <typename Work>
val guarded(Work work) {
  try {
    if constexpr (std::is_void_v<decltype(work())>) {
      work();
      return success(val::undefined());
    } else {
      return success(toVal(work()));
    }
  } catch (...) {
    return currentFailure();
  }
}

template <auto Method>
struct Guarded;

// Every parameter crosses as a val, whatever its type.
template <typename>
using AnyValue = val;

template <typename Class, typename Result, typename... Args, Result (Class::*Method)(Args...)>
struct Guarded<Method> {
  static val call(Class& object, AnyValue<Args>... args) {
    return guarded([&] { return (object.*Method)(fromVal<std::remove_cvref_t<Args>>(args)...); });
  }
};

template <typename Class, typename Result, typename... Args, Result (Class::*Method)(Args...) const>
struct Guarded<Method> {
  static val call(const Class& object, AnyValue<Args>... args) {
    return guarded([&] { return (object.*Method)(fromVal<std::remove_cvref_t<Args>>(args)...); });
  }
};

}  // namespace ffnn

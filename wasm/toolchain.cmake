# Emscripten as Debian packages it, with the settings it needs to find Eigen and to run what it built.

set(CMAKE_CROSSCOMPILING_EMULATOR "node;--no-experimental-fetch") # Node's own fetch cannot read the module from disk
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE BOTH)                       # headers of Eigen lie outside Emscripten's root
set(CMAKE_CXX_LINKER_LAUNCHER "env;NODE_PATH=/usr/share/nodejs")  # where the linker finds its JavaScript parser
set(CMAKE_CXX_FLAGS_INIT "-msimd128 -fwasm-exceptions")

include(/usr/share/emscripten/cmake/Modules/Platform/Emscripten.cmake)

// Verdict: under-, well- or over-fitted, from the curves alone. What it says has to be larger than what
// chance does to a mean over so many images.
//
// The reference curve R is the validation curve if there is one, else the test curve; T is the training
// curve. Only whole epochs from 1 on count; there must be at least four. With s the standard error of R's
// loss:
//   over-fitted: R's loss lies more than 2 s above its lowest value at each of the last three epochs or more,
//     while T's loss is below what it was at that lowest point: what is learnt since holds for T alone.
//   under-fitted: not that, and either R is still falling (its lowest loss in the last quarter of the epochs,
//   at
//     most 25, lies more than 2 s below its lowest before), or T's accuracy is not above R's by more than 2
//     standard errors of their difference: the network knows nothing yet of T that it does not know of R.
//   well-fitted: neither.
// That a minimum followed by a rise of R while T falls on is over-fitting: L. Prechelt, "Early stopping — but
// when?", 1998; "Deep Learning", 2016, section 5.2.
#pragma once

#include <span>
#include <string_view>

#include "ffnn/curve.h"

namespace ffnn {

enum class VerdictCode {
  undecided,  // fewer than four whole epochs
  underFitted,
  wellFitted,
  overFitted,
};

// The code's spelling outside C++, e.g. "over-fitted".
std::string_view name(VerdictCode code);

struct Verdict {
  VerdictCode code = VerdictCode::undecided;
  bool onValidation = false;  // whether R is the validation curve
  bool stillFalling = false;  // under-fitted only: which of the two reasons
  Index epoch = 0;            // the last whole epoch judged
  Index bestEpoch = 0;        // of R's lowest loss
  Index sinceEpoch = 0;       // over-fitted: from here on R's loss stayed above its lowest; else 0
  double lossChange = 0;      // over-fitted: mean of R's last three losses − the lowest; still falling: the
                              // lowest before the last quarter − the lowest in it; else 0
  double margin = 0;          // 2 s at the last epoch, to read lossChange by
  double accuracyGap = 0;     // T's accuracy − R's at the last epoch
  double gapMargin = 0;       // 2 standard errors of that difference
};

// curve: oldest first.
Verdict judge(std::span<const CurvePoint> curve);

}  // namespace ffnn

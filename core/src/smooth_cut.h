// SmoothCut: the split of a picture into item and background that agrees with what each pixel looks like by
// itself, and whose border is short and runs along edges of colour.
#pragma once

#include "colour_plane.h"

namespace ffnn {

// Minimises Σ w|∇u| − Σ evidence · u over 0 ≤ u ≤ 1, whose solution at any level between 0 and 1 is a minimal
// cut (T. Chan, S. Esedoglu, M. Nikolova, "Algorithms for finding global minimizers …", 2006), by the
// primal-dual method of A. Chambolle, T. Pock, 2011. It goes on from where the last call ended.
class SmoothCut {
 public:
  // smoothness: what a pixel's length of border costs where the colour does not change, in units of evidence.
  SmoothCut(const Plane<Colour>& colours, float smoothness);

  // evidence: above 0 for item, one a pixel. Each step carries news one pixel further.
  const Plane<float>& solve(const Plane<float>& evidence, int steps);

 private:
  Plane<float> costRight_;  // of a border between a pixel and the next one in its row
  Plane<float> costDown_;
  Plane<float> right_;  // the dual variables of those borders
  Plane<float> down_;
  Plane<float> item_;   // u
  Plane<float> ahead_;  // u, carried on by its last change
};

}  // namespace ffnn

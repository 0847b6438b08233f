#include "ffnn/sketch.h"

#include "ffnn/error.h"
#include "figures.h"
#include "hand.h"

namespace ffnn {
namespace {

Figure figureOf(Label what, Rng& rng) {
  switch (what) {
    case 0:
      return tshirt(rng);
    case 1:
      return trouser(rng);
    case 2:
      return pullover(rng);
    case 3:
      return dress(rng);
    case 4:
      return coat(rng);
    case 5:
      return sandal(rng);
    case 6:
      return shirt(rng);
    case 7:
      return sneaker(rng);
    case 8:
      return bag(rng);
    case 9:
      return ankleBoot(rng);
    default:
      return unlikeAny(rng);
  }
}

}  // namespace

std::vector<Stroke> sketch(Label what, Rng& rng) { return drawByHand(figureOf(what, rng), rng); }

}  // namespace ffnn

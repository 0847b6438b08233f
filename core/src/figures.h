// One figure of each class, in one of the many ways in which people draw it: another with every call.
#pragma once

#include "ffnn/rng.h"
#include "figure.h"

namespace ffnn {

Figure tshirt(Rng& rng);
Figure trouser(Rng& rng);
Figure pullover(Rng& rng);
Figure dress(Rng& rng);
Figure coat(Rng& rng);
Figure sandal(Rng& rng);
Figure shirt(Rng& rng);
Figure sneaker(Rng& rng);
Figure bag(Rng& rng);
Figure ankleBoot(Rng& rng);

// A kind of bag with as many ways to draw it as all others together.
Figure rucksack(Rng& rng);

// Nothing of these: belts, hats, socks, faces, houses, letters, scribbles.
Figure unlikeAny(Rng& rng);
Figure belt(Rng& rng);
Figure hat(Rng& rng);
Figure sock(Rng& rng);

}  // namespace ffnn

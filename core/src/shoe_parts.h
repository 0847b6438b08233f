// What shoes and boots seen from the side have in common, the toe to the right. The ground is y = 0, the
// heel x = 0.
#pragma once

#include "ffnn/rng.h"
#include "figure.h"

namespace ffnn {

struct Shoe {
  float length;      // of the foot
  float heel;        // height of the back
  float mouth;       // width of the opening
  float tongue;      // height where the instep begins
  float toe;         // height of the toe
  float sole;        // its thickness
  float toeRound;    // how far the toe is cut or bulges
  float instep;      // bow of the instep: positive inflates
  float back;        // how far the heel's upper end lies inwards
  float shaftWiden;  // of a boot: how much wider the shaft is above
};

// Random proportions of a shoe that ends below the ankle.
Shoe lowShoe(Rng& rng);

// The two ends of the opening.
Point mouthBack(const Shoe& shoe);
Point mouthFront(const Shoe& shoe);

// From the front end of the mouth over the instep and the toe to the ground.
Path& front(Path& path, const Shoe& shoe);

void addLaces(Figure& figure, const Shoe& shoe, Rng& rng);
void addSole(Figure& figure, const Shoe& shoe, Rng& rng);
// A heel below the ground line, `high` high.
void addHeelBlock(Figure& figure, const Shoe& shoe, float high, Rng& rng);

}  // namespace ffnn

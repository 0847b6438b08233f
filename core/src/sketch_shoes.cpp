// Sneakers, loafers, flats and slippers from the side.
#include <algorithm>

#include "dice.h"
#include "figures.h"
#include "shoe_parts.h"

namespace ffnn {
namespace {

void addSide(Figure& figure, const Shoe& shoe, Rng& rng) {
  const float x = shoe.length * between(rng, 0.3F, 0.5F);
  const float kind = rng.uniform();
  if (kind < 0.12F) {  // a swoosh
    figure.add(
        Path({x, -shoe.heel * 0.55F}).curve({x + 0.1F, -shoe.sole * 1.2F}, {x + 1.0F, -shoe.heel * 0.75F}));
  } else if (kind < 0.22F) {  // stripes
    const int count = whole(rng, 2, 3);
    for (int i = 0; i < count; ++i) {
      const float at = x + 0.25F * static_cast<float>(i);
      figure.add({{at, -shoe.sole}, {at + 0.3F, -shoe.heel * 0.75F}});
    }
  } else if (kind < 0.28F) {
    figure.add(ellipse({x, -shoe.heel * 0.55F}, 0.2F, 0.2F));
  }
}

Figure lowShoeFigure(const Shoe& shoe, Rng& rng) {
  Path outline({0, 0});
  outline.bow(mouthBack(shoe), between(rng, -0.08F, 0.15F));
  const float dip = chance(rng, 0.75F) ? between(rng, -0.35F, -0.02F) : 0.0F;
  outline.bow(mouthFront(shoe), dip);
  front(outline, shoe).close();
  Figure figure;
  figure.addArea(outline);
  if (chance(rng, 0.25F)) {  // the far side of the mouth
    figure.add(Path(mouthBack(shoe)).bow(mouthFront(shoe), 0.15F));
  }
  if (chance(rng, 0.68F)) {
    addSole(figure, shoe, rng);
  }
  if (chance(rng, 0.55F)) {
    addLaces(figure, shoe, rng);
  }
  if (chance(rng, 0.35F)) {  // the cap of the toe
    const float x = shoe.length * between(rng, 0.68F, 0.82F);
    const float bow = between(rng, -0.3F, 0.3F);
    figure.add(Path({x, -shoe.toe - shoe.sole}).bow({x + 0.1F, -shoe.sole}, bow));
  }
  addSide(figure, shoe, rng);
  if (chance(rng, 0.1F)) {  // a leather shoe's low heel
    const float high = between(rng, 0.12F, 0.3F);
    addHeelBlock(figure, shoe, high, rng);
  }
  if (chance(rng, 0.15F)) {  // the counter of the heel
    figure.add(Path({0, -shoe.heel * 0.7F}).curve({0.6F, -shoe.heel * 0.6F}, {0.6F, -shoe.sole}));
  }
  return figure;
}

// A flat or loafer, or a court shoe with a heel: no laces, a wide mouth.
Figure slipOn(Rng& rng) {
  Shoe shoe = lowShoe(rng);
  shoe.mouth = shoe.length * between(rng, 0.35F, 0.6F);
  shoe.tongue = shoe.heel * between(rng, 0.5F, 0.9F);
  shoe.instep = between(rng, -0.1F, 0.12F);
  return lowShoeFigure(shoe, rng);
}

// A sole for itself and a cap of some form on it, the mouth an oval on top.
Figure domeOnSole(Rng& rng) {
  const float length = between(rng, 2.0F, 3.4F);
  const float sole = between(rng, 0.15F, 0.45F);
  const float high = between(rng, 0.9F, 1.5F);
  const float back = around(rng, 0.2F);
  const float mouth = length * between(rng, 0.25F, 0.4F);
  const float toe = between(rng, 0.3F, 0.7F);
  Figure figure;
  figure.add(chance(rng, 0.5F) ? rectangle({-0.05F, -sole}, {length, 0})
                               : roundRectangle({-0.05F, -sole}, {length + 0.1F, 0}, sole * 0.45F));
  Path upper({0, -sole});
  upper.to({back, -sole - high}).to({back + mouth, -sole - high * 0.95F});
  upper.bow({length * 0.7F, -sole - toe}, -0.1F).curve({length, -sole - toe}, {length, -sole});
  figure.addArea(upper);
  if (chance(rng, 0.6F)) {
    figure.add(ellipse({back + mouth / 2, -sole - high}, mouth / 2, mouth * 0.2F));
  }
  Shoe shoe{};
  shoe.length = length;
  shoe.back = back;
  shoe.mouth = mouth;
  shoe.tongue = sole + high * 0.95F;
  shoe.toe = toe;
  shoe.sole = sole;
  if (chance(rng, 0.5F)) {
    addLaces(figure, shoe, rng);
  }
  return figure;
}

// Hardly more than a lump that lies on the ground, with a hole for the foot at one end.
Figure slipper(Rng& rng) {
  const float length = between(rng, 2.4F, 4.0F);
  const float heel = between(rng, 0.6F, 1.3F);
  const float toe = heel * between(rng, 0.6F, 1.1F);
  const float middle = length * between(rng, 0.4F, 0.65F);
  const float hole = length * between(rng, 0.12F, 0.24F);  // half its width
  const float corner = heel * between(rng, 0.1F, 0.5F);
  const float round = between(rng, 0.2F, 0.7F);
  const float back = between(rng, -0.1F, 0.1F);
  Figure figure;
  figure.addArea(Path({0, -corner})
                     .bow({0, -heel}, back)
                     .to({middle, -heel})
                     .curve({length + round, -toe * 1.1F}, {length + round * 0.5F, -toe * 0.45F})
                     .curve({length + round * 0.4F, 0}, {length - 0.3F, 0})
                     .to({corner, 0})
                     .curve({0, 0}, {0, -corner}));
  const Point mouth{hole * between(rng, 0.9F, 1.6F), -heel};
  const float kind = rng.uniform();
  if (kind < 0.35F) {
    figure.add(ellipse(mouth, hole, hole * 0.35F));
  } else if (kind < 0.55F) {  // a collar that stands up
    figure.add(Path(mouth + Point{-hole, 0})
                   .curve(mouth + Point{-hole, -0.4F}, mouth + Point{0, -0.3F})
                   .curve(mouth + Point{hole, -0.4F}, mouth + Point{hole, 0}));
  } else if (kind < 0.8F) {  // cut in
    figure.add(Path(mouth + Point{-hole, 0}).curve(mouth + Point{0, heel * 0.8F}, mouth + Point{hole, 0}));
  }
  if (chance(rng, 0.4F)) {
    Shoe shoe{};
    shoe.length = length;
    shoe.mouth = middle;
    shoe.tongue = heel;
    shoe.toe = toe * 0.6F;
    shoe.sole = 0.1F;
    addLaces(figure, shoe, rng);
  }
  return figure;
}

}  // namespace

Figure sneaker(Rng& rng) {
  const float kind = rng.uniform();
  if (kind < 0.12F) {
    return slipOn(rng);
  }
  if (kind < 0.24F) {
    return domeOnSole(rng);
  }
  if (kind < 0.3F) {
    return slipper(rng);
  }
  Shoe shoe = lowShoe(rng);
  if (chance(rng, 0.1F)) {  // an ankle high one
    shoe.heel *= 1.3F;
    shoe.tongue *= 1.35F;
  }
  return lowShoeFigure(shoe, rng);
}

}  // namespace ffnn

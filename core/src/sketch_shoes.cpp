// Sneakers and ankle boots from the side, the toe to the right. The ground is y = 0, the heel x = 0.
#include <algorithm>

#include "dice.h"
#include "figures.h"

namespace ffnn {
namespace {

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

Shoe lowShoe(Rng& rng) {
  Shoe shoe{};
  shoe.length = between(rng, 2.2F, 3.6F);
  shoe.heel = between(rng, 0.75F, 1.45F);
  shoe.mouth = shoe.length * between(rng, 0.22F, 0.42F);
  shoe.tongue = shoe.heel * between(rng, 0.8F, 1.35F);
  shoe.toe = between(rng, 0.3F, 0.75F);
  shoe.sole = between(rng, 0.1F, 0.35F);
  shoe.toeRound = between(rng, 0, 0.35F);
  shoe.instep = between(rng, -0.18F, 0.08F);
  shoe.back = around(rng, 0.2F);
  return shoe;
}

// From the front end of the mouth over the instep and the toe to the ground.
Path& front(Path& path, const Shoe& shoe) {
  const float x = shoe.length;
  path.bow({x * 0.8F, -shoe.toe - shoe.sole * 0.5F}, shoe.instep);
  return path.curve({x + shoe.toeRound, -shoe.toe}, {x, -shoe.sole * 0.5F}).to({x - 0.05F, 0});
}

Point mouthBack(const Shoe& shoe) { return {shoe.back, -shoe.heel}; }
Point mouthFront(const Shoe& shoe) { return {shoe.back + shoe.mouth, -shoe.tongue}; }

// A place on the straight way from the mouth to the toe, share 0 … 1.
Point onInstep(const Shoe& shoe, float share) {
  return between(mouthFront(shoe), {shoe.length * 0.8F, -shoe.toe - shoe.sole * 0.5F}, share);
}

void addLaces(Figure& figure, const Shoe& shoe, Rng& rng) {
  const int count = whole(rng, 2, 5);
  const float kind = rng.uniform();
  const float length = between(rng, 0.2F, 0.5F);
  for (int i = 0; i < count; ++i) {
    const float share = (static_cast<float>(i) + 0.5F) / static_cast<float>(count) * 0.8F;
    const Point place = onInstep(shoe, share);
    const float cross = kind > 0.7F ? length * 0.6F : 0.0F;
    figure.add(
        {place + Point{-length * 0.4F, length * 0.6F}, place + Point{length * 0.25F, -length * 0.25F}});
    if (cross > 0) {
      figure.add({place + Point{-length * 0.4F, 0}, place + Point{length * 0.25F, cross}});
    }
  }
  if (chance(rng, 0.35F)) {  // the bow
    const Point knot = onInstep(shoe, 0.05F);
    figure.add(ellipse(knot + Point{-0.2F, -0.12F}, 0.18F, 0.1F))
        .add(ellipse(knot + Point{0.2F, -0.12F}, 0.18F, 0.1F));
  }
}

void addSole(Figure& figure, const Shoe& shoe, Rng& rng) {
  const float y = -shoe.sole;
  const float bow = chance(rng, 0.3F) ? around(rng, 0.06F) : 0.0F;
  figure.add(Path({0.0F, y}).bow({shoe.length, y}, bow));
  if (chance(rng, 0.12F)) {  // its profile
    const int teeth = whole(rng, 4, 9);
    for (int i = 1; i <= teeth; ++i) {
      const float x = shoe.length * static_cast<float>(i) / static_cast<float>(teeth + 1);
      figure.add({{x, y}, {x, 0}});
    }
  }
}

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

void addHeelBlock(Figure& figure, const Shoe& shoe, float high, Rng& rng) {
  const float width = shoe.length * between(rng, 0.15F, 0.35F);
  const float taper = between(rng, 0.5F, 1.0F);
  figure.add({{0.05F, 0}, {0.1F, high}, {0.1F + width * taper, high}, {width, 0}});
}

}  // namespace

Figure sneaker(Rng& rng) {
  if (chance(rng, 0.12F)) {
    return slipOn(rng);
  }
  Shoe shoe = lowShoe(rng);
  if (chance(rng, 0.1F)) {  // an ankle high one
    shoe.heel *= 1.3F;
    shoe.tongue *= 1.35F;
  }
  return lowShoeFigure(shoe, rng);
}

Figure ankleBoot(Rng& rng) {
  Shoe shoe = lowShoe(rng);
  shoe.length = between(rng, 1.9F, 3.0F);
  shoe.heel = between(rng, 1.5F, 3.3F);
  shoe.tongue = shoe.heel + around(rng, 0.25F);
  shoe.mouth = shoe.length * between(rng, 0.4F, 0.65F);
  shoe.back = around(rng, 0.25F);
  const float ankle = between(rng, 0.85F, 1.4F);  // height of the bend
  const float throat = shoe.length * between(rng, 0.42F, 0.62F);
  Path outline({0, 0});
  outline.bow(mouthBack(shoe), around(rng, 0.12F));
  outline.to(mouthFront(shoe));
  const bool sharp = chance(rng, 0.4F);
  if (sharp) {
    outline.to({throat, -ankle});
  } else {
    outline.curve({throat, -ankle * 1.3F}, {throat + 0.1F, -ankle});
  }
  front(outline, shoe).close();
  Figure figure;
  figure.addArea(outline);
  if (chance(rng, 0.45F)) {
    addSole(figure, shoe, rng);
  }
  if (chance(rng, 0.5F)) {
    const float high = between(rng, 0.15F, 1.0F);
    addHeelBlock(figure, shoe, high, rng);
    if (high > 0.45F) {  // the ball of the foot reaches down to where the heel stands
      const float x = shoe.length * between(rng, 0.5F, 0.65F);
      figure.move([&](Point p) { return p.y > -0.6F && p.x > x ? p + Point{0, high * 0.8F} : p; });
    }
  }
  if (chance(rng, 0.4F)) {  // the edge above, or fur
    const float share = between(rng, 0.08F, 0.25F);
    figure.add({between(mouthBack(shoe), {0, 0}, share), between(mouthFront(shoe), {throat, -ankle}, share)});
  }
  if (chance(rng, 0.4F)) {  // laces on the shaft's front
    const int count = whole(rng, 2, 5);
    for (int i = 0; i < count; ++i) {
      const float share = (static_cast<float>(i) + 0.7F) / static_cast<float>(count);
      const Point place = between(mouthFront(shoe), {throat, -ankle}, share);
      figure.add({place + Point{-0.35F, 0.1F}, place + Point{0.05F, -0.05F}});
    }
  } else if (chance(rng, 0.25F)) {  // a zip, or an elastic side
    const float x = shoe.mouth * 0.5F;
    const bool side = chance(rng, 0.5F);
    figure.add({{x, -shoe.heel}, {x * 1.1F, -shoe.sole}});
    if (side) {
      figure.add(Path({x * 0.6F, -shoe.heel}).curve({x, -ankle * 0.2F}, {x * 1.4F, -shoe.heel}));
    }
  }
  if (chance(rng, 0.12F)) {  // a strap with a buckle
    figure.add({{0.05F, -ankle}, {throat, -ankle * 1.1F}})
        .add(rectangle({0.5F, -ankle - 0.2F}, {0.8F, -ankle + 0.1F}));
  }
  return figure;
}

}  // namespace ffnn

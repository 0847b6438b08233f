#include "shoe_parts.h"

#include <algorithm>

#include "dice.h"

namespace ffnn {
namespace {

// A place on the straight way from the mouth to the toe, share 0 … 1.
Point onInstep(const Shoe& shoe, float share) {
  return between(mouthFront(shoe), {shoe.length * 0.8F, -shoe.toe - shoe.sole * 0.5F}, share);
}

}  // namespace

Point mouthBack(const Shoe& shoe) { return {shoe.back, -shoe.heel}; }
Point mouthFront(const Shoe& shoe) { return {shoe.back + shoe.mouth, -shoe.tongue}; }

Shoe lowShoe(Rng& rng) {
  Shoe shoe{};
  shoe.length = between(rng, 2.2F, 4.2F);
  shoe.heel = between(rng, 0.75F, 1.8F);
  shoe.mouth = shoe.length * between(rng, 0.2F, 0.48F);
  shoe.tongue = shoe.heel * between(rng, 0.7F, 1.4F);
  shoe.toe = chance(rng, 0.8F) ? between(rng, 0.3F, 0.75F) : between(rng, 0.7F, 1.2F);
  shoe.sole = between(rng, 0.1F, 0.35F);
  shoe.toeRound = chance(rng, 0.8F) ? between(rng, 0, 0.35F) : between(rng, 0.3F, 0.9F);
  shoe.instep = between(rng, -0.22F, 0.12F);
  shoe.back = around(rng, 0.2F);
  return shoe;
}

Path& front(Path& path, const Shoe& shoe) {
  const float x = shoe.length;
  path.bow({x * 0.8F, -shoe.toe - shoe.sole * 0.5F}, shoe.instep);
  return path.curve({x + shoe.toeRound, -shoe.toe}, {x, -shoe.sole * 0.5F}).to({x - 0.05F, 0});
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

void addHeelBlock(Figure& figure, const Shoe& shoe, float high, Rng& rng) {
  const float width = shoe.length * between(rng, 0.15F, 0.35F);
  const float taper = between(rng, 0.5F, 1.0F);
  figure.add({{0.05F, 0}, {0.1F, high}, {0.1F + width * taper, high}, {width, 0}});
}

}  // namespace ffnn

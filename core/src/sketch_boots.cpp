// Ankle boots from the side: a shoe with a shaft.
#include <algorithm>

#include "dice.h"
#include "figures.h"
#include "shoe_parts.h"

namespace ffnn {

Figure ankleBoot(Rng& rng) {
  Shoe shoe = lowShoe(rng);
  shoe.length = between(rng, 1.9F, 3.0F);
  shoe.heel = between(rng, 1.15F, 3.3F);
  shoe.tongue = shoe.heel + around(rng, 0.25F);
  shoe.mouth = shoe.length * between(rng, 0.4F, 0.65F);
  shoe.back = around(rng, 0.25F);
  const float ankle = std::min(between(rng, 0.85F, 1.4F), shoe.heel * 0.8F);  // height of the bend
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

// T-shirts, pullovers and shirts.
#include <utility>

#include "dice.h"
#include "figures.h"
#include "upper_body.h"

namespace ffnn {
namespace {

// What people put on a chest: a disc, a box, a heart, a star of lines, stripes, a number.
void addPrint(Figure& figure, const UpperBody& body, Rng& rng) {
  const float y = body.length * between(rng, 0.35F, 0.55F);
  const float size = between(rng, 0.2F, 0.5F);
  switch (whole(rng, 0, 5)) {
    case 0:
      figure.add(ellipse({0, y}, size, size));
      break;
    case 1:
      figure.add(rectangle({-size, y - size * 0.7F}, {size, y + size * 0.7F}));
      break;
    case 2:
      figure.addBoth(Path({0, y + size})
                         .curve({size * 1.6F, y - size * 0.2F}, {size * 0.6F, y - size * 0.7F})
                         .curve({size * 0.1F, y - size * 0.7F}, {0, y - size * 0.2F}));
      break;
    case 3:
      figure.add({{-size, y}, {size, y}}).add({{0, y - size}, {0, y + size}});
      figure.add({{-size * 0.7F, y - size * 0.7F}, {size * 0.7F, y + size * 0.7F}});
      break;
    case 4:
      figure.add({{-size, y}, {-size / 2, y - size}, {0, y}, {size / 2, y - size}, {size, y}});
      break;
    default:
      figure.add({{-size / 2, y - size / 2}, {0, y - size}, {0, y + size}});
      break;
  }
}

void addStripes(Figure& figure, const UpperBody& body, Rng& rng) {
  const int count = whole(rng, 1, 5);
  const float top = body.armpit();
  for (int i = 1; i <= count; ++i) {
    const float y = top + (body.length - top) * static_cast<float>(i) / static_cast<float>(count + 1);
    const float bow = around(rng, 0.05F);
    figure.add(Path({-body.waist, y}).bow({body.waist, y}, bow));
  }
}

// A zigzag across the body, as on knitwear.
void addZigzag(Figure& figure, const UpperBody& body, Rng& rng) {
  const float y = body.length * between(rng, 0.35F, 0.8F);
  const float height = between(rng, 0.1F, 0.3F);
  const int teeth = whole(rng, 3, 6);
  Line line;
  for (int i = 0; i <= 2 * teeth; ++i) {
    const float x = (static_cast<float>(i) / static_cast<float>(teeth) - 1) * body.waist;
    line.push_back({x, i % 2 == 0 ? y : y + height});
  }
  figure.add(std::move(line));
}

// A vest: no sleeves, the shoulders straps or the armholes cut deep.
Figure vest(Rng& rng) {
  UpperBody body = anyBody(rng);
  body.sleeve = 0;
  body.shoulder = body.neck + between(rng, 0.1F, 0.35F);
  body.slope = between(rng, 0, 0.1F);
  body.root = between(rng, 0.5F, 1.0F);
  return upperBody(body, rng);
}

}  // namespace

Figure tshirt(Rng& rng) {
  if (chance(rng, 0.07F)) {
    return vest(rng);
  }
  UpperBody body = anyBody(rng);
  shortSleeves(body, rng);
  Figure figure = upperBody(body, rng);
  if (chance(rng, 0.12F)) {
    const float share = between(rng, 0.1F, 0.35F);
    addCuffs(figure, body, share);
  }
  const float print = rng.uniform();
  if (print < 0.2F) {
    addPrint(figure, body, rng);
  } else if (print < 0.27F) {
    addStripes(figure, body, rng);
  } else if (print < 0.33F) {
    addBreastPocket(figure, body, rng);
  }
  if (chance(rng, 0.06F)) {
    const float height = between(rng, 0.1F, 0.3F);
    addHem(figure, body, height);
  }
  return figure;
}

Figure pullover(Rng& rng) {
  UpperBody body = anyBody(rng);
  longSleeves(body, rng);
  const bool hooded = chance(rng, 0.15F);
  if (!hooded && chance(rng, 0.12F)) {
    body.neckline = Neckline::turtle;
  }
  Figure figure = upperBody(body, rng);
  if (hooded) {
    addHood(figure, body, rng);
    if (chance(rng, 0.5F)) {  // the pocket for both hands
      const float top = body.length * between(rng, 0.5F, 0.7F);
      const float half = between(rng, 0.4F, 0.7F);
      figure.add({{-half, body.length * 0.95F},
                  {-half * 0.6F, top},
                  {half * 0.6F, top},
                  {half, body.length * 0.95F}});
    }
  }
  if (chance(rng, 0.45F)) {
    const float share = between(rng, 0.06F, 0.25F);
    addCuffs(figure, body, share);
  }
  if (chance(rng, 0.45F)) {
    const float height = between(rng, 0.1F, 0.4F);
    addHem(figure, body, height);
  }
  const float print = rng.uniform();
  if (print < 0.1F) {
    addPrint(figure, body, rng);
  } else if (print < 0.24F) {
    addStripes(figure, body, rng);
  } else if (print < 0.36F) {
    addZigzag(figure, body, rng);
  }
  return figure;
}

Figure shirt(Rng& rng) {
  UpperBody body = anyBody(rng);
  if (chance(rng, 0.65F)) {
    shortSleeves(body, rng);
  } else {
    longSleeves(body, rng);
  }
  if (chance(rng, 0.5F)) {
    body.neckline = chance(rng, 0.5F) ? Neckline::straight : Neckline::vee;
  }
  Figure figure = upperBody(body, rng);
  const bool collar = chance(rng, 0.8F);
  if (collar) {
    addCollar(figure, body, rng);
  }
  const bool front = chance(rng, 0.6F);
  const float gap = between(rng, 0.15F, 0.3F);
  if (front) {
    addFront(figure, body, chance(rng, 0.7F) ? 1 : 2, gap, 0);
  }
  if (!collar || chance(rng, 0.65F)) {
    const int count = whole(rng, 3, 7);
    const int kind = whole(rng, 0, 1);
    addButtons(figure, body, count, front ? gap / 2 : 0.0F, kind);
  }
  if (chance(rng, 0.4F)) {
    addBreastPocket(figure, body, rng);
  }
  if (chance(rng, 0.25F)) {
    const float share = between(rng, 0.06F, 0.2F);
    addCuffs(figure, body, share);
  }
  return figure;
}

}  // namespace ffnn

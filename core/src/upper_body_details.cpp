// What lies on a garment of the upper body: fronts, buttons, collars, hoods, pockets.
#include "dice.h"
#include "upper_body.h"

namespace ffnn {
namespace {

// Where the middle line begins below the neck.
float frontTop(const UpperBody& body) {
  switch (body.neckline) {
    case Neckline::vee:
      return body.neckDepth * 1.5F;
    case Neckline::round:
    case Neckline::band:
      return body.neckDepth;
    default:
      return 0;
  }
}

}  // namespace

void addFront(Figure& figure, const UpperBody& body, int lines, float gap, float offset) {
  for (int i = 0; i < lines; ++i) {
    const float x = offset + gap * static_cast<float>(i);
    figure.add({{x * 0.7F, frontTop(body)}, {x, body.length}});
  }
}

void addButtons(Figure& figure, const UpperBody& body, int count, float offset, int kind) {
  const float top = frontTop(body);
  for (int i = 0; i < count; ++i) {
    const float y = top + (body.length - top) * (static_cast<float>(i) + 0.6F) / static_cast<float>(count);
    const Point place{offset, y};
    if (kind == 0) {
      figure.add({place, place + Point{0.02F, 0.02F}});
    } else if (kind == 1) {
      figure.add(ellipse(place, 0.09F, 0.09F));
    } else {
      figure.add({place + Point{-0.12F, 0}, place + Point{0.12F, 0}});
    }
  }
}

void addCollar(Figure& figure, const UpperBody& body, Rng& rng) {
  const float n = body.neck;
  const float tip = between(rng, 0.3F, 0.65F);
  const float spread = between(rng, 0.2F, 1.2F);
  const float kind = rng.uniform();
  if (kind < 0.5F) {  // two triangles
    figure.addBoth({{n * 0.9F, -0.03F}, {n * spread, tip}, {0, frontTop(body)}});
  } else if (kind < 0.8F) {  // a stand with two flaps
    const float stand = between(rng, 0.1F, 0.3F);
    figure.add(Path({-n, 0}).to({-n * 0.8F, -stand}).bow({n * 0.8F, -stand}, -0.08F).to({n, 0}));
    figure.addBoth({{n * 0.8F, -stand}, {n * spread, tip * 0.8F}, {0, 0.1F}});
  } else {  // open: a vee with edges outside
    figure.addBoth({{n, 0}, {n * 1.25F, tip}, {n * 0.4F, tip * 0.8F}});
    figure.add({{-n, 0}, {0, tip * 1.4F}, {n, 0}});
  }
}

void addLapels(Figure& figure, const UpperBody& body, Rng& rng) {
  const float low = body.length * between(rng, 0.25F, 0.55F);
  const float out = body.neck * between(rng, 1.1F, 1.6F);
  const float notch = low * between(rng, 0.3F, 0.6F);
  if (chance(rng, 0.5F)) {
    figure.addBoth({{body.neck, 0}, {out, notch}, {0, low}});
  } else {
    figure.addBoth(
        {{body.neck, 0}, {out, notch}, {out * 0.75F, notch * 1.1F}, {out, notch * 1.3F}, {0, low}});
  }
  figure.add({{-body.neck, 0}, {0, low}, {body.neck, 0}});
}

void addHood(Figure& figure, const UpperBody& body, Rng& rng) {
  const float n = body.neck * between(rng, 1.0F, 1.5F);
  const float height = between(rng, 0.35F, 1.0F);
  figure.add(
      Path({-n, 0.05F}).curve({-n * 1.1F, -height}, {0, -height}).curve({n * 1.1F, -height}, {n, 0.05F}));
  const float kind = rng.uniform();
  if (kind < 0.4F) {
    figure.add(ellipse({0, -height * 0.35F}, n * 0.65F, height * 0.45F));
  } else if (kind < 0.7F) {
    figure.add(Path({-n, 0}).curve({0, 0.8F}, {n, 0}));
  }
  if (chance(rng, 0.4F)) {  // strings
    const float down = between(rng, 0.5F, 1.1F);
    figure.addBoth({{body.neck * 0.4F, 0.2F}, {body.neck * 0.4F, down}});
  }
}

void addHipPockets(Figure& figure, const UpperBody& body, Rng& rng) {
  const float top = body.length * between(rng, 0.55F, 0.75F);
  const float inner = between(rng, 0.2F, 0.4F);
  const float width = between(rng, 0.3F, 0.5F);
  const float height = between(rng, 0.25F, 0.5F);
  const float kind = rng.uniform();
  if (kind < 0.4F) {
    figure.addBoth(rectangle({inner, top}, {inner + width, top + height}));
  } else if (kind < 0.7F) {
    figure.addBoth({{inner, top}, {inner + width, top + height * 0.6F}});
  } else if (kind < 0.85F) {
    figure.addBoth({{inner, top}, {inner + width, top}});
  } else {
    figure.addBoth(
        Path({inner, top}).curve({inner + width / 2, top + 2 * height}, {inner + width, top}).close());
  }
}

void addBreastPocket(Figure& figure, const UpperBody& body, Rng& rng) {
  const float top = body.length * between(rng, 0.25F, 0.4F);
  const float left = between(rng, 0.25F, 0.4F);
  const float width = between(rng, 0.25F, 0.45F);
  const float height = between(rng, 0.25F, 0.5F);
  if (chance(rng, 0.7F)) {
    figure.add(rectangle({left, top}, {left + width, top + height}));
  } else {
    figure.add({{left, top},
                {left, top + height},
                {left + width / 2, top + height * 1.3F},
                {left + width, top + height},
                {left + width, top},
                {left, top}});
  }
}

}  // namespace ffnn

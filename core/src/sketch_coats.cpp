// Coats and jackets: long sleeves and a front that opens.
#include "dice.h"
#include "figures.h"
#include "upper_body.h"

namespace ffnn {
namespace {

// A jacket that hangs open: each half for itself, the edges apart.
Figure openJacket(UpperBody body, Rng& rng) {
  const float inner = body.neck * between(rng, 0.3F, 1.0F);
  const float open = between(rng, 0.02F, 0.6F);
  const float cut = chance(rng, 0.3F) ? between(rng, 0.1F, 0.5F) : 0.0F;  // the corner rounded away
  body.neckline = chance(rng, 0.5F) ? Neckline::straight : Neckline::round;
  Figure figure = upperBody(body, rng);
  figure.lines.front() = Path({inner, 0.1F})
                             .to({body.neck, 0})
                             .to({body.shoulder, body.slope})
                             .bow({body.chest, body.armpit()}, -0.05F)
                             .to({body.hem, body.length})
                             .to({open + cut, body.length})
                             .to({open, body.length - cut})
                             .close();
  figure.lines.insert(figure.lines.begin(), mirrored(figure.lines.front()));
  return figure;
}

}  // namespace

Figure coat(Rng& rng) {
  UpperBody body = anyBody(rng);
  body.length += chance(rng, 0.4F) ? between(rng, 0.2F, 1.3F) : 0.0F;
  body.hem += chance(rng, 0.3F) ? between(rng, 0, 0.5F) : 0.0F;
  const float sleeves = rng.uniform();
  if (sleeves < 0.8F) {
    longSleeves(body, rng);
  } else if (sleeves < 0.93F) {  // it is the front that makes a jacket
    shortSleeves(body, rng);
  } else {  // a waistcoat
    body.sleeve = 0;
    body.root = between(rng, 0.5F, 1.0F);
  }
  const bool open = chance(rng, 0.15F);
  body.separate = body.separate || open;
  Figure figure = open ? openJacket(body, rng) : upperBody(body, rng);
  const float top = rng.uniform();
  if (top < 0.28F) {
    addLapels(figure, body, rng);
  } else if (top < 0.5F) {
    addCollar(figure, body, rng);
  } else if (top < 0.65F) {
    addHood(figure, body, rng);
  }
  const float front = rng.uniform();
  const float gap = between(rng, 0.12F, 0.35F);
  const float side = around(rng, 0.25F);
  if (!open && front < 0.55F) {
    addFront(figure, body, 1, 0, chance(rng, 0.7F) ? 0.0F : side);
  } else if (!open && front < 0.75F) {
    addFront(figure, body, 2, gap, -gap / 2);
  } else if (!open && front < 0.9F) {  // the edges fall apart
    const float apart = between(rng, 0.15F, 0.6F);
    figure.addBoth({{body.neck * 0.6F, 0.1F}, {apart, body.length}});
  }
  if (chance(rng, 0.5F)) {
    const int count = whole(rng, 2, 6);
    const int kind = whole(rng, 0, 2);
    const float offset = chance(rng, 0.4F) ? 0.0F : between(rng, 0.12F, 0.3F);
    addButtons(figure, body, count, offset, kind);
    if (offset > 0 && chance(rng, 0.3F)) {
      addButtons(figure, body, count, -offset, kind);
    }
  }
  if (chance(rng, 0.45F)) {
    addHipPockets(figure, body, rng);
  }
  if (chance(rng, 0.1F)) {
    addBreastPocket(figure, body, rng);
  }
  if (body.sleeve > 0 && chance(rng, 0.2F)) {
    const float share = between(rng, 0.06F, 0.2F);
    addCuffs(figure, body, share);
  }
  if (chance(rng, 0.12F)) {  // a belt
    const float y = body.length * between(rng, 0.45F, 0.6F);
    const float width = between(rng, 0.12F, 0.25F);
    figure.add({{-body.waist, y}, {body.waist, y}}).add({{-body.waist, y + width}, {body.waist, y + width}});
  }
  if (chance(rng, 0.12F)) {
    const float height = between(rng, 0.1F, 0.35F);
    addHem(figure, body, height);
  }
  return figure;
}

}  // namespace ffnn

// What garments of the upper body have in common: a body with sleeves, a neckline, and what may be on them.
#pragma once

#include "ffnn/rng.h"
#include "figure.h"

namespace ffnn {

enum class Neckline { straight, round, vee, band, turtle, oval };

// Half widths, from the middle line x = 0, and heights, from the neck's sides y = 0. About 1 = half a chest.
struct UpperBody {
  float neck = 0.4F;      // half width
  float shoulder = 1;     // half width
  float slope = 0.2F;     // how far the shoulder's end lies below the neck
  float chest = 1;        // half width at the armpits
  float waist = 1;        // half width half-way down
  float hem = 1;          // half width
  float length = 2.4F;    // from neck to hem
  float hemBow = 0;       // of the hem's curve, in parts of its width; positive: down in the middle
  float root = 0.7F;      // width of the sleeve at the body
  float sleeve = 0.7F;    // length of the sleeve's upper side; 0: none
  float cuff = 0.5F;      // width of its end
  float reach = 0.4F;     // its direction: 0 straight out, 1 hanging; tan(angle / 2)
  float elbow = 0;        // how far the sleeve bends, in parts of its length
  bool seams = false;     // the sleeves are set off from the body by a line
  bool separate = false;  // the sleeves are stuck to a body that was drawn for itself
  Neckline neckline = Neckline::round;
  float neckDepth = 0.3F;

  float armpit() const { return slope + root; }
};

// Random proportions that all of them share; sleeves and neckline are the caller's.
UpperBody anyBody(Rng& rng);

// Sleeves of a length between: short ends above the elbow, long at the hip. Sets everything about them.
void shortSleeves(UpperBody& body, Rng& rng);
void longSleeves(UpperBody& body, Rng& rng);

// Body, sleeves and neckline.
Figure upperBody(const UpperBody& body, Rng& rng);

// Lines across both sleeves, close to their ends.
void addCuffs(Figure& figure, const UpperBody& body, float share);
// A line above the hem.
void addHem(Figure& figure, const UpperBody& body, float height);
// From the neck down to the hem: `lines` side by side, `gap` apart, the first one `offset` beside the middle.
void addFront(Figure& figure, const UpperBody& body, int lines, float gap, float offset);
// A row of dots, rings or dashes, in that order of kind 0 … 2, beside the middle line.
void addButtons(Figure& figure, const UpperBody& body, int count, float offset, int kind);
// Two flaps beside the neck.
void addCollar(Figure& figure, const UpperBody& body, Rng& rng);
// Lapels: a collar that goes on downwards.
void addLapels(Figure& figure, const UpperBody& body, Rng& rng);
// A hood over the neck.
void addHood(Figure& figure, const UpperBody& body, Rng& rng);
// Pockets at the hips: patches or slits.
void addHipPockets(Figure& figure, const UpperBody& body, Rng& rng);
void addBreastPocket(Figure& figure, const UpperBody& body, Rng& rng);

}  // namespace ffnn

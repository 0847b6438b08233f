// What the page says beside each setting: the order of the fields, a hint of a few words, and two sentences behind the "?".

/** @typedef {import('../settings.js').SettingName} SettingName */

/** In sight from the start: the amount of data, and the report's five. @type {SettingName[]} */
export const FIRST_SETTINGS = ['trainImages', 'hidden', 'activation', 'learningRate', 'batchSize', 'epochs'];

/** Behind “More settings”. @type {{ title: string, names: SettingName[] }[]} */
export const MORE_SETTINGS = [
  { title: 'Data', names: ['inputScaling', 'mirror', 'drawnShare', 'photoShare', 'shuffledLabels', 'validationShare'] },
  { title: 'Stopping', names: ['patience', 'restoreBest'] },
  { title: 'Start', names: ['initialization', 'initialDeviation', 'seed'] },
  { title: 'Steps', names: ['gradient', 'optimizer', 'momentum', 'beta1', 'beta2', 'clipNorm'] },
  { title: 'Schedule', names: ['schedule', 'stepEpochs', 'stepFactor', 'warmUpEpochs'] },
  { title: 'Against learning by heart', names: ['weightDecay', 'dropout', 'labelSmoothing'] },
];

/** @type {Record<SettingName, string>} */
export const HINTS = {
  trainImages: 'of 28 × 28 pixels',
  hidden: 'widths, input side first',
  activation: 'after each hidden layer',
  learningRate: 'above 0, at most 100',
  batchSize: 'images a step, 1 to 4,096',
  epochs: 'passes over the images, 1 to 10,000',
  inputScaling: 'what the network sees of a pixel',
  mirror: 'each image left to right, by a coin toss',
  drawnShare: 'of each batch, drawings instead of images, 0 to 90',
  photoShare: 'of the images, made to look like photos, 0 to 90',
  shuffledLabels: 'training images get each other’s labels',
  validationShare: 'of the training images, 0 to 50; above 0 it offers early stopping',
  patience: 'epochs without a new best; 0: never stop early',
  restoreBest: 'end with the best epoch’s weights',
  initialization: 'how they are drawn',
  initialDeviation: 'above 0, at most 10',
  seed: '0 to 4,294,967,295',
  gradient: 'how each layer’s error is worked out',
  optimizer: 'Adam wants a rate near 0.001',
  momentum: '0 to below 1',
  beta1: '0 to below 1, for the mean gradient',
  beta2: '0 to below 1, for its square',
  clipNorm: 'longest gradient; 0: no limit',
  schedule: 'of the learning rate over the run',
  stepEpochs: '1 to 10,000',
  stepFactor: 'of the rate at each step, at most 1',
  warmUpEpochs: 'epochs, 0 to 10,000',
  weightDecay: '0 to 1',
  dropout: 'share of hidden units, 0 to 0.9',
  labelSmoothing: 'share of each label, 0 to 0.9',
};

/** @type {Record<SettingName, string>} */
export const HELP = {
  trainImages:
    'The network learns from this many pictures. Fewer train faster, but the network then knows them by heart sooner.',
  hidden:
    'Between the 784 pixels and the ten answers lie layers of units; each number here is one layer’s width. Empty means none: ten straight-line boundaries.',
  activation:
    'What each unit does with its sum: ReLU passes what is above zero, Sigmoid and Tanh squeeze everything into a range, leaky ReLU and GELU are softer kinds of ReLU. Without one, many layers could do no more than a single one.',
  learningRate:
    'How far the weights move at each step. Too small learns slowly, too large makes the loss jump or run away; Adam wants about a hundredth of what plain descent does.',
  batchSize:
    'How many images each step looks at before it moves the weights; if there are fewer images than that, all of them. Smaller batches make more, noisier steps an epoch.',
  epochs: 'One epoch shows the network every training image once. Raise it after the end to go on with the same run.',
  inputScaling:
    'Pixels arrive as 0 to 255. Either they are divided by 255, or they are shifted and scaled so that all training pixels together have mean 0 and deviation 1, which usually trains a little better.',
  mirror:
    'In the data all shoes face left, so a shoe that faces right is easily taken for a bag. Mirroring half of the images at random teaches both directions.',
  drawnShare:
    'A network that has only seen photographs takes a drawn shirt for a bag. With this, so much of every batch is drawings of garments, made by this page as people make them: 20 to 40 is enough. A few of them show none of the ten, so that it learns to be unsure.',
  photoShare:
    'The pictures of the data set are all taken the same way: sleeves down, one shoe from its side. With this, so many of them are spread out, paired, seen from above, lit from one side, or cut out badly, as in photos that people take at home.',
  shuffledLabels:
    'Deals the labels of the training images out among them at random. A large network still learns them, by heart; on the test images, whose labels are true, it can then only guess.',
  validationShare:
    'Training images that are set aside, the same share of each class. Choices (when to stop, which epoch is best) are then made on them, and the test images stay a fair exam.',
  patience: 'Early stopping: training ends when the validation loss has had no new lowest value for so many epochs.',
  restoreBest:
    'At the end, the weights of the epoch with the lowest validation loss come back. Training can still go on from where it was.',
  initialization:
    'Weights start at random, and how large decides whether signals grow or die out from layer to layer. Automatic takes He for the kinds of ReLU and Glorot for Sigmoid and Tanh.',
  initialDeviation: 'The standard deviation of the first weights. Try 1 or 0.0001 to see training fail.',
  seed: 'The start of all chance in a run: first weights, order of images. The same seed and settings give the same run to the last bit, on every machine.',
  gradient:
    'Exact is the chain rule. “As in the report” repeats a slip of the course report that this page grew from: it divides by the batch size again at every hidden layer, and those layers hardly learn.',
  optimizer:
    'SGD steps straight down the gradient. Momentum and Nesterov keep a part of earlier steps; Adam also gives each weight a step size of its own; AdamW is Adam with a weight decay that works apart from the gradient.',
  momentum: 'The part of the last step that the next one keeps. 0.9 makes steps about ten times as long in the end.',
  beta1: 'How slowly Adam’s mean gradient forgets. 0.9 looks back about ten steps.',
  beta2: 'How slowly Adam’s mean squared gradient forgets. 0.999 looks back about a thousand steps.',
  clipNorm:
    'A gradient longer than this is shortened to it, so that one strange batch cannot throw the weights far off.',
  schedule:
    'Large steps at first and small ones at the end reach a lower loss. Cosine falls smoothly to zero; one cycle first rises; steps multiply the rate every so many epochs. Changing Epochs stretches the schedule to the new end.',
  stepEpochs: 'After each so many epochs the learning rate is multiplied by the factor below.',
  stepFactor: '0.1 makes every step ten times smaller from then on.',
  warmUpEpochs:
    'For so long the learning rate rises in a straight line from nearly zero. It keeps the first, wildest gradients from doing harm.',
  weightDecay: 'Pulls every weight a little towards zero at each step. Small weights make smoother answers.',
  dropout:
    'While training, each hidden unit is left out at random with this chance, so that none can rely on the others. The curves are measured with all units.',
  labelSmoothing:
    'Instead of “surely a coat”, the target becomes “nearly surely”: this share is spread over all ten classes. The curves show the plain loss.',
};

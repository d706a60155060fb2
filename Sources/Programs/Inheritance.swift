/// What a program that is started inherits of the environment.
package enum Inheritance: Sendable {
  /// The variables of some names, as far as they are set.
  case only([String])
  /// All but those of some names.
  case everything(but: [String])
}

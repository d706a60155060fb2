/// A dated fact that a rule can count from.
public struct EventKind: Hashable, Sendable {
  /// The code.
  public let code: Code
  /// The name for people.
  public let name: String
  /// Whether it is a fact of one desa; else of the kecamatan.
  public let isOfVillage: Bool

  /// Whether it is a letter that the office issued, whose note says its number and its step.
  public let isLetter: Bool

  /// Creates a kind of event.
  public init(code: Code, name: String, isOfVillage: Bool, isLetter: Bool = false) {
    self.code = code
    self.name = name
    self.isOfVillage = isOfVillage
    self.isLetter = isLetter
  }
}

/// Somebody who is reminded: one person, whatever roles they hold that day.
public struct Recipient: Hashable, Sendable {
  /// The role that the person is known by, or the code of a desa: what routes and messages name.
  public let id: String
  /// The name for people: `Kasi Pemerintahan`, or the officer's name with the roles.
  public let name: String
  /// The addresses, by channel.
  public let contacts: [String: String]

  /// Creates a recipient.
  public init(id: String, name: String, contacts: [String: String]) {
    self.id = id
    self.name = name
    self.contacts = contacts
  }
}

extension Recipient {
  /// Whoever reads standard output, where nobody is named to look after the machine.
  static let machine = Recipient(id: "penjaga", name: "Penjaga komputer", contacts: [:])
}

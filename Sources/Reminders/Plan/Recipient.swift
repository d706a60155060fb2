/// Somebody who is reminded.
public struct Recipient: Hashable, Sendable {
  /// The role, or the code of a desa: what keys name.
  public let id: String
  /// The name for people: `Kasi Pemerintahan`, or the officer's name with the role.
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

internal import CalendarFiles

/// An officer as a line of `kantor.yaml` names one; every value as it is written there.
public struct OfficerLine: Hashable, Sendable {
  /// The role.
  public var role: String
  /// The kecamatan, where the office has several.
  public var unit: String?
  /// The name.
  public var name: String
  /// The number of the civil servant.
  public var employeeNumber: String?
  /// The first day in the role.
  public var since: String
  /// The addresses, by channel.
  public var contacts: [String: String]

  /// Creates a line.
  public init(
    role: String, unit: String? = nil, name: String, employeeNumber: String? = nil,
    since: String, contacts: [String: String] = [:]
  ) {
    self.role = role
    self.unit = unit
    self.name = name
    self.employeeNumber = employeeNumber
    self.since = since
    self.contacts = contacts
  }

  /// Reads a line; what it does not say is empty.
  init(_ value: WrittenValue) {
    role = value["jabatan"]?.text ?? ""
    unit = value["unit"]?.text
    name = value["nama"]?.text ?? ""
    employeeNumber = value["nip"]?.text
    since = value["sejak"]?.text ?? ""
    contacts = Dictionary(
      (value["kontak"]?.pairs ?? []).map { ($0.key, $0.value.text ?? "") },
      uniquingKeysWith: { first, _ in first })
  }

  /// The line as it is written.
  var value: WrittenValue {
    let contacts = contacts.sorted { $0.key < $1.key }.map {
      WrittenValue.Pair($0.key, .text($0.value))
    }
    let line = WrittenValue.mapping(texts: [
      "jabatan": role, "unit": unit, "nama": name, "nip": employeeNumber, "sejak": since,
    ])
    return contacts.isEmpty
      ? line : .mapping((line.pairs ?? []) + [.init("kontak", .mapping(contacts))])
  }

  /// The changes that make another line of this one at a place of the list, value by value, so that comments
  /// beside the others stay.
  func edits(to new: OfficerLine, at place: [TextEdit.Step]) -> [TextEdit] {
    func edit(_ key: String, _ old: String?, _ new: String?) -> TextEdit? {
      guard old != new else { return nil }
      return TextEdit(new.map { .set(.text($0)) } ?? .remove, at: place + [.key(key)])
    }
    let values = [
      edit("jabatan", role, new.role), edit("unit", unit, new.unit), edit("nama", name, new.name),
      edit("nip", employeeNumber, new.employeeNumber), edit("sejak", since, new.since),
    ]
    let channels = Set(contacts.keys).union(new.contacts.keys).sorted()
    let addresses = channels.map { channel -> TextEdit? in
      let (old, new) = (contacts[channel], new.contacts[channel])
      guard old != new else { return nil }
      return TextEdit(
        new.map { .set(.text($0)) } ?? .remove, at: place + [.key("kontak"), .key(channel)])
    }
    return (values + addresses).compactMap { $0 }
  }
}

internal import ComplianceModel
internal import Deeds

/// The fields of an officer in a form.
enum OfficerFields {
  /// A field.
  struct Field: Sendable {
    let name: String
    let label: String
    var hint: String?
    var isRequired = false
  }

  /// The field of the role, which is chosen from a list.
  static let role = "jabatan"

  /// What stands in front of the name of the field of an address.
  private static let contact = "kontak."

  /// The channels by which an officer is reached, besides those that a line names.
  private static let channels = ["surel", "telegram"]

  /// The fields of a line: of the addresses only those by channels that the office has, or that the line names,
  /// since any other would be a fault of the file.
  static func shown(of officer: OfficerLine?, in office: Office) -> [Field] {
    let known = Set(office.reminders.channels.map(\.name)).union((officer?.contacts ?? [:]).keys)
    return all.filter { field in
      !field.name.hasPrefix(contact) || known.contains(String(field.name.dropFirst(contact.count)))
    }
  }

  /// The fields, the role aside, in their order.
  static let all: [Field] =
    [
      Field(
        name: "nama", label: "Nama", hint: "Pelaksana tugas: 'Plt.' di depan nama.",
        isRequired: true),
      Field(name: "nip", label: "NIP", hint: "Boleh kosong."),
      Field(
        name: "sejak", label: "Menjabat sejak", hint: "Tanggal, misalnya 2026-01-05.",
        isRequired: true),
      Field(
        name: "unit", label: "Kecamatan",
        hint: "Kode kecamatan; hanya bila kantor ini memantau lebih dari satu."),
    ]
    + channels.map {
      Field(name: contact + $0, label: $0 == "surel" ? "Surel" : "Telegram", hint: "Boleh kosong.")
    }

  /// The names of all fields.
  static let names = [role] + all.map(\.name)

  /// A line as texts by field.
  static func texts(of officer: OfficerLine) -> [String: String] {
    var texts = [role: officer.role, "nama": officer.name, "sejak": officer.since]
    texts["nip"] = officer.employeeNumber
    texts["unit"] = officer.unit
    for (channel, address) in officer.contacts { texts[contact + channel] = address }
    return texts
  }

  /// The line that was sent.
  ///
  /// - Parameters:
  ///   - fields: What was sent.
  ///   - prefix: What stands in front of the names of the fields.
  ///   - others: Addresses by channels that the form has no field for, which stay.
  /// - Returns: The line.
  static func line(
    _ fields: FormFields, _ prefix: String = "", keeping others: [String: String] = [:]
  ) -> OfficerLine {
    var contacts = others
    for channel in channels { contacts[channel] = fields[prefix + contact + channel] }
    return OfficerLine(
      role: fields[prefix + role] ?? "", unit: fields[prefix + "unit"],
      name: fields[prefix + "nama"] ?? "", employeeNumber: fields[prefix + "nip"],
      since: fields[prefix + "sejak"] ?? "", contacts: contacts)
  }

  /// The addresses of a line by channels that the form has no field for.
  static func otherContacts(of officer: OfficerLine) -> [String: String] {
    officer.contacts.filter { !channels.contains($0.key) }
  }
}

internal import Deeds
internal import HTTPTypes
internal import Hummingbird
internal import Workspace

/// A line of the list of officers, filled in: shown as lines of `kantor.yaml`, then written.
enum OfficerForm: PostedForm {
  static let path = OfficerPage.path
  static let writers = Audience.managers
  private static let names =
    OfficerFields.names + OfficerFields.names.map { SettingField.seenPrefix + $0 } + [removal]
  static let fields: Set = Set(names + [FormStep.field])

  /// The field that says that the line should go.
  static let removal = "hapus"

  static func answer(_ visit: Visit, _ fields: FormFields) throws -> FormAnswer {
    let place = try OfficerPage.place(of: visit)
    let officers = try SettingsSheet(of: visit.workspace).officers
    let current = place.flatMap { officers.indices.contains($0) ? officers[$0] : nil }
    let others = current.map(OfficerFields.otherContacts) ?? [:]
    let sent = OfficerFields.line(fields, keeping: others)
    let seen = OfficerFields.line(fields, SettingField.seenPrefix, keeping: others)
    let isRemoved = try fields.value(removal, as: "ya") { $0 == "ya" ? true : nil } ?? false
    func refused(_ problems: [String]) -> OfficerPage {
      OfficerPage(
        visit, place, seen: place == nil ? nil : seen, sent: sent, problems: problems)
    }
    let change: ChangeSettings.Change
    if let place {
      change =
        isRemoved
        ? .removedOfficer(place, seen: seen) : .officer(place, seen: seen, new: sent)
    } else {
      let missing = OfficerFields.all.filter { $0.isRequired && fields[$0.name] == nil }
      guard missing.isEmpty, fields[OfficerFields.role] != nil else {
        let labels = missing.map(\.label) + (fields[OfficerFields.role] == nil ? ["Jabatan"] : [])
        return .page(refused(labels.map { "\($0) belum diisi." }), .unprocessableContent)
      }
      change = .newOfficer(sent)
    }
    return try SettingsChange(visit: visit, request: ChangeSettings([change])).answer(
      fields, again: names, to: OfficerPage.address(of: place), refused: refused)
  }
}

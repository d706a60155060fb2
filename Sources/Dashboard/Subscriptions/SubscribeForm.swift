internal import ComplianceModel
internal import Deeds
internal import HTTPTypes
internal import Workspace

/// Makes an address of a calendar, and shows it this once.
enum SubscribeForm: PostedForm {
  static let path = SubscriptionsPage.path
  static let writers = Audience.managers

  static let name = "nama"
  static let jabatan = "jabatan"
  static let unit = "unit"
  static let fields: Set = [name, jabatan, unit]

  static func answer(_ visit: Visit, _ fields: FormFields) throws -> FormAnswer {
    let filled = self.fields.reduce(into: [:]) { $0[$1] = fields[$1] }
    do {
      let made = try Subscribe(
        fields[name] ?? "", jabatan: fields[jabatan], unit: fields[unit],
        maker: visit.visitor.recorder()
      ).make(in: visit.workspace, on: visit.today)
      let path = SubscribedCalendar.path(secret: made.secret)
      return .page(
        try SubscriptionsPage(
          visit, [:], [], address: visit.origin + visit.base + path), .ok)
    } catch let failure as RequestFailure {
      let objections = try failure.objections()
      return .page(
        try SubscriptionsPage(visit, filled, objections.map { FormFault($0, [.unit: "Unit"]) }),
        .unprocessableContent)
    }
  }
}

/// Revokes an address of a calendar.
enum UnsubscribeForm: PostedForm {
  static let path = "/pengaturan/langganan/cabut"
  static let writers = Audience.managers

  static let number = "nomor"
  static let fields: Set = [number]

  static func answer(_ visit: Visit, _ fields: FormFields) throws -> FormAnswer {
    guard
      let number = try fields.value(number, as: "nomor langganan", { Int(plain: $0) })
    else { throw QueryFault(what: "'\(number)' belum disebut") }
    // One that is revoked already is as its manager wants it.
    try Unsubscribe(number).remove(in: visit.workspace)
    return .seeOther(visit.paths.page(SubscriptionsPage.path, [SubscriptionsPage.removed: "ya"]))
  }
}

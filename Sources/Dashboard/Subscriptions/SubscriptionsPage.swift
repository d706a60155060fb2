internal import CivilCalendar
internal import ComplianceModel
internal import Deeds
internal import Wording
internal import Workspace

/// The addresses from which calendar programs take the due dates: a new one, and those that can be revoked.
struct SubscriptionsPage: Page {
  static let path = "/pengaturan/langganan"
  static let name: String? = nil
  static let template = "langganan"
  static let help: GuidePlace? = GuidePlace("Halaman", "Langganan kalender")
  static let readers = Audience.managers
  static let keys: Set = [removed]

  /// The key that says that one was revoked a moment ago.
  static let removed = "dicabut"

  /// One of them.
  struct Line: Sendable {
    let number: String
    let name: String
    /// What it shows: `Kasi Pemerintahan, Desa Tarungin`.
    let scope: String
    /// Since when, and who made it.
    let made: String
  }

  let title = "Langganan kalender"
  let lines: [Line]
  let form: EntryView
  /// Where one is revoked.
  let removal: String
  let isRemoved: Bool
  /// The address that was made a moment ago, which is shown this once.
  let address: String?
  let back: String

  init(_ visit: Visit) throws { try self.init(visit, [:], []) }

  /// Shows the addresses, with what was filled in.
  ///
  /// - Parameters:
  ///   - visit: The look at the page.
  ///   - filled: What was filled in.
  ///   - faults: What is wrong with it.
  ///   - address: The address that was made a moment ago.
  /// - Throws: A `WorkspaceFailure` where the file cannot be relied on.
  init(
    _ visit: Visit, _ filled: [String: String], _ faults: [FormFault], address: String? = nil
  ) throws {
    let workspace = visit.workspace
    let words = workspace.kecamatan.first?.words ?? .national
    func unitName(_ code: RegionCode) -> String {
      workspace.kecamatan.first { $0.code == code.kecamatan }?.displayName(of: code) ?? "\(code)"
    }
    lines = try Subscriptions(in: workspace.folder).list.map { one in
      let scope = [one.jabatan.map { Words.role($0, words) }, one.unit.map(unitName)]
        .compactMap(\.self)
      return Line(
        number: "\(one.number)", name: one.name,
        scope: scope.isEmpty ? "semua tenggat" : scope.joined(separator: ", "),
        made: "dibuat \(one.since.indonesian) oleh \(one.maker)")
    }
    func choices(_ field: String, _ all: String, _ list: [(String, String)]) -> FormField.Kind {
      .choice(
        ([("", all)] + list).map {
          .init(value: $0.0, label: $0.1, isSelected: filled[field] == $0.0)
        })
    }
    form = EntryView(
      [
        FormField(
          SubscribeForm.name, "Nama langganan",
          hint: "Untuk siapa, supaya kelak dapat dicabut: HP Kasi Pemerintahan.",
          value: filled[SubscribeForm.name], .text, faults),
        FormField(
          SubscribeForm.jabatan, "Jabatan",
          choices(
            SubscribeForm.jabatan, "semua jabatan",
            workspace.knownRoles.map { ($0, Words.role($0, words)) }), faults),
        FormField(
          SubscribeForm.unit, "Unit",
          choices(
            SubscribeForm.unit, "semua unit",
            visit.visibleUnits.map { ("\($1)", $0.displayName(of: $1)) }), faults),
      ], faults: faults, to: visit.paths.page(SubscriptionsPage.path),
      back: visit.paths.page(SettingsPage.path))
    removal = visit.paths.page(UnsubscribeForm.path)
    isRemoved = try visit.query.flag(SubscriptionsPage.removed)
    self.address = address
    back = visit.paths.page(SettingsPage.path)
  }
}

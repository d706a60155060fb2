internal import Answers
internal import Wording
internal import Workspace

/// The first page: what is late, what comes, and the numbers of the quarter, in the order that suits who asks.
struct HomePage: Page {
  static let path = "/"
  static let name: String? = "Beranda"
  static let template = "beranda"
  static let help: GuidePlace? = GuidePlace("Halaman", "Halaman-halamannya")
  static let readers = Audience.everyone
  static let isKept = true
  static let keys: Set = ["unit"]

  let title = "Beranda"
  /// The parts in order.
  let parts: [Part]
  /// The kecamatan that are not shown, since their ledgers are damaged.
  let damaged: [DamagedBook]
  /// Whose the page is, and whose it can be; `nil` where only one kecamatan is watched.
  let choosing: Choosing?
  /// Whether nothing was ever recorded.
  let isUnbegun: Bool
  /// Since when the office is watched, in words; `nil` where it always is.
  let watched: String?

  init(_ visit: Visit) throws {
    try self.init(visit, in: HomeOrder(visit.visitor.role, jabatan: visit.visitor.jabatan))
  }

  /// The page in an order.
  ///
  /// - Parameters:
  ///   - visit: The look at the page.
  ///   - order: What is shown, and what first.
  /// - Throws: As ``init(_:)``.
  init(_ visit: Visit, in order: HomeOrder) throws {
    let unit = try visit.unit()
    let (units, damaged) = try visit.readableUnits(unit)
    self.damaged = damaged
    let desk = try HomeDesk(visit, order, of: units)
    choosing =
      visit.workspace.kecamatan.count > 1
      ? Choosing(
        heading: ViewFilter(units: units.units).who(units.kecamatan),
        form: FilterForm(visit, unit: unit)) : nil
    parts = try order.parts.flatMap(desk.parts)
    isUnbegun = desk.schedule.isUnbegun && desk.schedule.hasOverdue
    watched = desk.schedule.watchedSince.words(from: nil)
  }
}

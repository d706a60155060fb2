internal import CivilCalendar
internal import ComplianceModel
internal import Foundation
internal import Inspection
internal import Wording
internal import Workspace

/// What the checks of `periksa` find, with the place of each thing and how to mend it.
struct InspectionPage: Page {
  static let path = "/periksa"
  static let name: String? = "Periksa"
  static let template = "periksa"
  static let help: GuidePlace? = GuidePlace("Buku", "Pemeriksaan")
  static let readers = Audience.office
  static let keys: Set = ["nama", "semua"]

  /// A thing to mend, or several that have one cause.
  struct Group: Sendable {
    /// Whether it is a fault, in a word.
    let severity: String
    let style: String
    /// What several have in common; `nil` for one thing.
    let summary: String?
    let items: [Trouble.Item]
  }

  /// What a check found.
  struct Result: Sendable {
    let name: String
    let about: String
    let groups: [Group]
    /// How many remarks somebody has seen, in words; `nil` where none was.
    let seen: String?
    /// Where each finding is shown; `nil` where each is.
    let more: String?
  }

  let title = "Periksa"
  /// What was found, in numbers; `nil` where nothing was asked for yet.
  let counts: String?
  let style: String
  let results: [Result]
  /// The checks that found nothing, by their names; `nil` where there is none.
  let sound: String?
  let choices: [FilterForm.Choice]
  let showsAll: Bool

  /// The word for all checks.
  private static let everything = "semua"

  init(_ visit: Visit) throws {
    let asked = try visit.query.value("nama", as: "nama pemeriksaan") { word -> [any Check]? in
      word == InspectionPage.everything ? Checks.all : Checks.named(word).map { [$0] }
    }
    showsAll = try visit.query.flag("semua")
    choices =
      [.init(value: InspectionPage.everything, label: "semua pemeriksaan", isSelected: false)]
      + Checks.all.map { check in
        .init(
          value: check.name, label: "\(check.name): \(check.summary)",
          isSelected: asked?.count == 1 && asked?.first?.name == check.name)
      }
    // Looking through all evidence takes a while: it is done when somebody asks for it.
    guard let asked else {
      (counts, style, results, sound) = (nil, "plain", [], nil)
      return
    }
    let site = try Inspection.Site(
      visit.workspace.folder, data: visit.workspace.data,
      environment: { ProcessInfo.processInfo.environment[$0] },
      programsBeside: visit.executable, today: { _ in visit.day })
    let found = site.run(asked)
    let seen = site.seenRemarks()
    let days = found.map { seen.days(of: $0.findings) }
    let numbers = InspectionCounts(found, seenOn: days)
    counts = numbers.sentence(only: asked.count == 1 ? asked.first?.name : nil)
    style = numbers.faults > 0 ? "bad" : "good"
    let showsAll = showsAll
    results = zip(found, days).compactMap {
      Result($0, seenOn: $1, showingAll: showsAll, visit.paths)
    }
    let names = found.filter(\.findings.isEmpty).map(\.check.name)
    sound = names.isEmpty ? nil : names.joined(separator: ", ")
  }
}

extension InspectionPage.Result {
  /// What a check found; `nil` where it found nothing.
  fileprivate init?(
    _ result: CheckResult, seenOn days: [CivilDate?], showingAll showsAll: Bool, _ paths: PagePath
  ) {
    guard !result.findings.isEmpty else { return nil }
    let told = zip(result.findings, days).filter { showsAll || $1 == nil }.map(\.0)
    name = result.check.name
    about = result.check.summary
    groups =
      showsAll
      ? told.map { InspectionPage.Group([$0], $0.severity, summary: nil) }
      : FindingGroup.groups(of: told).flatMap(InspectionPage.Group.all)
    let count = days.count { $0 != nil }
    seen = count > 0 && !showsAll ? "\(count.indonesian) peringatan yang sudah dilihat" : nil
    // Where all of it is told, there is no more.
    let isWhole = seen == nil && groups.allSatisfy { $0.summary == nil }
    more =
      showsAll || isWhole
      ? nil : paths.page(InspectionPage.path, ["nama": result.check.name, "semua": "ya"])
  }
}

extension InspectionPage.Group {
  fileprivate init(_ findings: [Finding], _ severity: Finding.Severity, summary: String?) {
    self.severity = severity == .fault ? "galat" : "peringatan"
    style = severity == .fault ? "bad" : "soon"
    self.summary = summary
    items = findings.map(Trouble.Item.init)
  }

  /// A group of several as one, with examples; a small one finding by finding.
  fileprivate static func all(_ group: FindingGroup) -> [InspectionPage.Group] {
    guard group.isLarge else {
      return group.findings.map { .init([$0], $0.severity, summary: nil) }
    }
    return [
      .init(
        Array(group.findings.prefix(FindingGroup.exampleCount)), group.severity,
        summary: "\(group.file): \(group.sentence); tiga di antaranya:")
    ]
  }
}

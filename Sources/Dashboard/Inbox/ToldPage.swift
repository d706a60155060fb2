internal import ComplianceModel
internal import Deeds
internal import Wording
internal import Workspace

/// Asks what a file is whose name does not say it.
struct ToldPage: ShownPage {
  static let path = InboxForm.path
  static let template = "isian"
  static let help: GuidePlace? = GuidePlace("Halaman", "Yang masuk")

  let title = "Sebutkan isi berkas"
  /// The file.
  let about: [String]
  /// Where it is looked at; `nil` for one that was sent a moment ago.
  let view: String?
  let form: EntryView

  /// Shows the form about a file.
  ///
  /// - Parameters:
  ///   - entry: What is filled in.
  ///   - key: What the form sends back for the file.
  ///   - name: Its name, as the intake calls it.
  ///   - request: What goes on with it.
  ///   - draft: The draft that goes on; `nil` where the file lies in the drop folder and is chosen anew.
  ///   - visit: The look at the page.
  ///   - faults: What is wrong with what is filled in.
  init(
    _ entry: ToldEntry, _ key: String, _ name: String, _ request: TakeInFiles, _ draft: Draft?,
    _ visit: Visit, faults: [Entry.Fault] = []
  ) {
    about = [FilingLine.shownName(name, in: request.source)]
    view = request.source == .dropFolder ? WaitingFile.address(key, nil, visit.paths) : nil
    let hidden =
      [EntryView.Hidden(name: InboxForm.told, value: key)]
      + (draft.map { [EntryView.Hidden(name: InboxForm.draft, value: $0.number)] } ?? [])
    form = EntryView(
      ToldEntry.fields, entry.texts, with: faults,
      choices: [.unit: ToldPage.units(visit, entry), .report: ToldPage.reports(visit, entry)],
      action: visit.paths.page(InboxForm.path), hidden: hidden,
      back: visit.paths.page(InboxPage.path))
  }

  private static func units(_ visit: Visit, _ entry: ToldEntry) -> [FilterForm.Choice] {
    choices(
      visit.visibleUnits.map { ("\($0.unit)", $0.kecamatan.displayName(of: $0.unit)) },
      entry.texts[.unit])
  }

  /// The reports that anybody owes here, each once.
  private static func reports(_ visit: Visit, _ entry: ToldEntry) -> [FilterForm.Choice] {
    var seen: Set<String> = []
    var reports: [(String, String)] = []
    for kecamatan in visit.workspace.kecamatan {
      guard let calendar = visit.workspace.calendar(of: kecamatan.code).calendar else { continue }
      for report in calendar.reports where report.isOwed {
        let code = calendar.codes[report.code]
        if seen.insert(code).inserted { reports.append((code, "\(code): \(report.name)")) }
      }
    }
    return choices(reports, entry.texts[.report])
  }

  private static func choices(
    _ values: [(value: String, label: String)], _ chosen: String?
  ) -> [FilterForm.Choice] {
    // What was typed and nobody offers is shown all the same.
    let known = chosen.map { chosen in values.contains { $0.value == chosen } } ?? true
    let others = known ? [] : [chosen].compactMap(\.self).map { (value: $0, label: $0) }
    return ([(value: "", label: "pilih")] + values + others).map {
      FilterForm.Choice(value: $0.value, label: $0.label, isSelected: $0.value == chosen ?? "")
    }
  }
}

internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import PlainText
internal import Wording

/// The scorecards of a year, one kecamatan after the other.
struct ScorecardPage {
  let answer: Scorecards

  private var scope: ScorecardScope { answer.scope }

  // MARK: - For people

  func print(to session: inout Session) {
    let offices = answer.sheets.groups { $0.kecamatan.code }
    for (index, office) in offices.enumerated() {
      if index > 0 { session.console.line() }
      printOffice(office.members, to: &session)
    }
  }

  private func printOffice(_ sheets: [Scorecards.Sheet], to session: inout Session) {
    guard let kecamatan = sheets.first?.kecamatan else { return }
    // A card may hold what another role, or none, answers for.
    let card = answer.role.map {
      "jabatan \(Words.role($0.lowercased(), kecamatan.words).lowercased())"
    }
    let label = sheets.lazy.flatMap(\.entries).first.map(\.indicator.label)
    let filter = ViewFilter(
      others: [card, answer.indicator.map { "indikator \(label ?? $0)" }].compactMap(\.self))
    session.console.line(
      "\(filter.who([kecamatan])) · IKU \(scope.year)\(filter.headingEnd([kecamatan]))"
        + answer.watchedSince(kecamatan).headingEnd(ofYear: scope.year), .strong)
    session.console.line(
      "Keadaan pada \(Words.day(scope.day))\(Words.knowledge(through: scope.knownThrough))", .faint)
    for sheet in sheets where !sheet.entries.isEmpty {
      session.console.line(IndicatorWords.register(sheet.scorecard), .faint)
      if answer.indicator == nil {
        for card in sheet.cards { printCard(card, sheet, to: &session) }
      } else {
        for entry in sheet.entries { printDetail(entry, sheet, to: &session) }
      }
    }
    session.console.line()
    for line in IndicatorWords.legend(hasQuarter: scope.quarter != nil) {
      session.console.line(line, .faint)
    }
    session.console.line(
      "Rincian dan sebabnya: tenggat iku --indikator KODE, tenggat jelaskan iku KODE", .faint)
  }

  private func printCard(
    _ card: Scorecards.Card, _ sheet: Scorecards.Sheet, to session: inout Session
  ) {
    let through = scope.quarter.map { _ in Table.Shown("sd_triwulan", right: true) }
    let values = ["realisasi", "pembilang", "target", "capaian", "tertinggi"].map {
      Table.Shown($0, right: true)
    }
    session.console.line()
    session.console.line(card.title, .strong)
    session.console.table(
      Table(
        sheet.columns(through: scope.quarter),
        showing: ["kode", .init("nama", .wrapped)] + [through].compactMap(\.self) + values,
        card.entries, session.console))
    for (labels, note) in card.notes {
      session.console.line("  \(IndicatorWords.note(labels, note))", .faint)
    }
  }

  private func printDetail(
    _ entry: Scorecard.Entry, _ sheet: Scorecards.Sheet, to session: inout Session
  ) {
    let indicator = entry.indicator
    session.console.line()
    session.console.line("\(indicator.label) \(indicator.wording.name)", .strong)
    session.console.line(
      "  Penanggung jawab: \(IndicatorWords.owner(indicator, sheet)) · satuan: \(indicator.unit)")
    session.console.line("  Setahun: \(IndicatorWords.full(entry.figure))", .strong)
    if let grade = entry.grade { session.console.line("  Predikat: \(grade.text)") }
    session.console.line(
      "  Target: \(IndicatorWords.text(of: entry.targetValue) ?? "belum ada")"
        + (entry.achievement?.percent(separator: ",").map { " · capaian: \($0)%" } ?? ""))
    if let direction = IndicatorWords.direction(indicator) {
      session.console.line("  \(direction)", .faint)
    }
    if let best = entry.best {
      session.console.line("  Masih bisa dicapai tahun ini: \(IndicatorWords.full(best))")
    }
    session.console.table(
      Table(
        Scorecards.Sheet.quarterColumns(of: entry),
        showing: [
          "triwulan", .init("triwulan_itu", right: true), .init("sd_triwulan", right: true),
        ],
        scope.begun, session.console))
    if let inForce = IndicatorWords.countedInForce(sheet.reportsCountedInForce(entry)) {
      session.console.line("  \(inForce)", .faint)
    }
    for alternative in entry.alternatives {
      session.console.line("  Bacaan lain, \(IndicatorWords.sentence(IndicatorNote(alternative)))")
    }
    for note in entry.notes {
      session.console.line("  Catatan: \(IndicatorWords.sentence(note))")
    }
    if let reading = indicator.reading { session.console.line("  \(reading)", .faint) }
    if let note = indicator.note { session.console.line("  \(note)", .faint) }
  }

  // MARK: - JSON

  var json: JSONValue {
    let page: JSONValue = [
      "register": JSONValue(answer.register?.name),
      "tahun": .integer(scope.year),
      "per": .string(scope.day.description),
      "daftar_register": JSONValue(
        rows: answer.sheets, Scorecards.Sheet.registerColumns),
      "indikator": .array(
        answer.sheets.flatMap { sheet in
          let columns = sheet.columns(through: scope.quarter)
          return sheet.entries.map { entry in
            JSONValue(entry, columns).adding(
              "bacaan_lain",
              JSONValue(rows: entry.alternatives, Scorecards.Sheet.alternativeColumns))
          }
        }),
    ]
    return answer.uncomputed.added(to: answer.watchedSince().added(to: page))
  }
}

internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import PlainText

/// The completeness matrix of one kecamatan: desa by documents.
struct VillagePage {
  let kecamatan: Kecamatan
  let calendar: ReportCalendar
  let year: Int
  let day: CivilDate
  let rows: [VillageMatrix.Row]
  /// What was asked for.
  let filter: ViewFilter
  /// What keeps recommendations from being asked for.
  let gates: ShutGates
  /// Whether the office asks for `terima`, so that both counts are shown.
  let showsAcceptance: Bool

  /// What a desa is called here, in small letters.
  private var villageWord: String { kecamatan.words[.village].lowercased() }

  private var documents: VillageMatrix.Presence {
    rows.reduce(into: .init()) { $0 += $1.presence }
  }

  private var recommendations: VillageMatrix.Presence {
    rows.reduce(into: .init()) { $0 += $1.recommendationPresence }
  }

  /// Whether a document or a recommendation is past its due day.
  var hasOverdue: Bool {
    rows.contains { row in
      row.documents.contains { $0.status == .overdue }
        || row.recommendations.contains { $0.status == .overdue }
    }
  }

  // MARK: - For people

  func print(to session: inout Session) {
    session.console.line(
      "\(filter.who([kecamatan])) · dokumen \(villageWord) \(year)\(filter.headingEnd([kecamatan]))",
      .strong)
    session.console.line(
      "Keadaan pada \(Words.day(day))\(Words.knowledge(through: filter.knownThrough))", .faint)
    guard !rows.isEmpty else {
      let wards = filter.units.filter(\.isKelurahan).map { kecamatan.displayName(of: $0) }
      session.console.line(
        wards.isEmpty
          ? "Tidak ada \(villageWord) dalam wilayah.csv: \(kecamatan.displayName(of: kecamatan.code))."
          : "\(wards.joined(separator: ", ")) bukan \(villageWord), sehingga tidak wajib membuat "
            + "dokumen \(villageWord).")
      return
    }
    let columns = columns
    printPeriods(columns, to: &session)
    var table = Table(
      [.init(kecamatan.words[.village], .cut)]
        + columns.map { .init(calendar.codes[$0.report.code]) }
        + [.init("Ada", right: true)]
        + (showsAcceptance ? [.init("Diterima", right: true)] : []) + [.init("ADD 1-4")])
    for row in rows {
      let accepted = "\(row.presence.accepted)/\(row.presence.required)"
      let documents = columns.map { column in
        row.documents.first { $0.report.code == column.report.code }
      }
      table.add(
        [.init(kecamatan.label(of: row.village))] + documents.map { $0.map(cell) ?? "" }
          + [.init(text(row.presence))] + (showsAcceptance ? [.init(accepted)] : [])
          + [recommendations(of: row)])
    }
    session.console.line()
    session.console.table(table)
    session.console.line()
    session.console.line(
      "Dokumen \(villageWord): \(total(documents))   Rekomendasi ADD: \(total(recommendations))",
      .strong)
    printOwed(to: &session)
    printUnknownEvents(columns.map(\.report), to: &session)
    for line in gates.lines { session.console.line(line, .faint) }
    session.console.line(
      "v ada, tepat waktu · t ada, terlambat · X lewat tenggat · ! segera", .faint)
    session.console.line(
      ". menunggu · - dibebaskan · 1/2 baru satu bagian · ADD 1-4: rekomendasi tiap triwulan",
      .faint)
    if rows.contains(where: \.hasReturn) {
      session.console.line(
        "k dikembalikan, perbaikan belum disampaikan (Xk: dan sudah lewat tenggat)", .faint)
    }
    if rows.contains(where: { $0.documents.count < columns.count }) {
      session.console.line("kosong: \(villageWord) itu tidak wajib membuat dokumennya", .faint)
    }
    if rows.contains(where: { $0.documents.contains { $0.status == .submitted } }) {
      session.console.line("o ada, belum bertenggat sehingga tepat waktunya tidak dinilai", .faint)
    }
    if showsAcceptance {
      session.console.line(
        "* sudah diserahkan, belum diterima (catat dengan: tenggat terima)", .faint)
    }
  }

  /// A document of each report that some desa owes, in the order of the calendar.
  private var columns: [VillageMatrix.Document] {
    calendar.reports.compactMap { report in
      rows.lazy.flatMap(\.documents).first { $0.report.code == report.code }
    }
  }

  /// A count as it is printed: `13 dari 47, 1 susulan`, with what is accepted where that is asked for.
  private func total(_ presence: VillageMatrix.Presence) -> String {
    let late = presence.lateEntries > 0 ? ", \(presence.lateEntries) susulan" : ""
    let accepted = showsAcceptance ? " diserahkan (\(presence.accepted) diterima)" : ""
    return "\(presence.present) dari \(presence.required)\(accepted)\(late)"
  }

  /// Says which periods the year's documents cover: the APBDes of a duty year is the next year's.
  private func printPeriods(_ columns: [VillageMatrix.Document], to session: inout Session) {
    let documents = columns.filter { $0.report.term == nil }.map { document in
      let periods = document.parts.map(\.obligation.id.period.description)
      return ([calendar.codes[document.report.code]] + periods).joined(separator: " ")
    }
    session.console.line("Periode: \(documents.joined(separator: ", "))", .faint)
  }

  /// The recommendations for a desa, a mark a quarter, and how many there are: `vv.. 2/4`.
  private func recommendations(of row: VillageMatrix.Row) -> Table.Cell {
    guard !row.recommendations.isEmpty else { return "" }
    let marks = row.recommendations.map { part in
      mark(part.status).text + VillagePage.returnMark(part.pendingReturn?.date) + star([part])
    }.joined()
    let worst = [Status.overdue, .late, .dueSoon, .waiting, .onTime].first { status in
      row.recommendations.contains { $0.status == status }
    }
    return Table.Cell(
      "\(marks) \(text(row.recommendationPresence))", worst.map(Words.style) ?? .plain)
  }

  /// Who still owes what, past its due day, as the Kasi reads it out.
  private func printOwed(to session: inout Session) {
    let owing = rows.compactMap { row -> String? in
      func returned(_ day: CivilDate?) -> String {
        day.map { " (dikembalikan \($0.indonesian))" } ?? ""
      }
      let documents = row.documents.filter { $0.status == .overdue }
        .map { calendar.codes[$0.report.code] + returned($0.returned) }
      let recommendations = row.recommendations.filter { $0.status == .overdue }.map { part in
        "\(calendar.codes[part.report.code]) \(part.obligation.id.period)"
          + returned(part.pendingReturn?.date)
      }
      let codes = documents + recommendations
      return codes.isEmpty
        ? nil : "\(kecamatan.label(of: row.village)): \(codes.joined(separator: ", "))"
    }
    guard !owing.isEmpty else { return }
    session.console.line("Lewat tenggat:", .bad)
    for line in owing { session.console.line("  \(line)") }
  }

  /// Says which documents wait for an event that nobody has recorded.
  private func printUnknownEvents(_ reports: [Report], to session: inout Session) {
    for report in reports {
      guard let event = report.perEvent.map({ calendar.codes[$0] }) else { continue }
      let count = rows.flatMap(\.documents).count { document in
        document.report.code == report.code && !document.isPresent
          && document.parts.allSatisfy { $0.due == nil }
      }
      guard count > 0 else { continue }
      session.console.line(
        "\(calendar.codes[report.code]) \(count) \(villageWord) belum bertenggat; catat dahulu: "
          + "tenggat kejadian \(event) --unit DESA --tanggal TANGGAL", .faint)
    }
  }

  private func text(_ presence: VillageMatrix.Presence) -> String {
    "\(presence.present)/\(presence.required)"
  }

  private func cell(_ document: VillageMatrix.Document) -> Table.Cell {
    let required = document.parts.filter { $0.status != .exempt }
    let present = required.count { $0.status.isIn }
    let isHalf = present > 0 && present < required.count
    // A document past its term was handed in once, and is asked for again.
    let isExpired = document.status.isIn && !document.isPresent
    let cell = mark(isExpired ? .waiting : document.status)
    let text =
      cell.text + VillagePage.returnMark(document.returned) + (isExpired ? "" : star(required))
    return Table.Cell(isHalf ? "\(text) \(present)/\(required.count)" : text, cell.style)
  }

  /// What marks a document that was returned and is waited for again.
  private static func returnMark(_ returned: CivilDate?) -> String { returned == nil ? "" : "k" }

  /// What marks parts of which one is in and not accepted.
  private func star(_ parts: [Assessment]) -> String {
    showsAcceptance && parts.contains(where: \.waitsForAcceptance) ? "*" : ""
  }

  private func mark(_ status: Status) -> Table.Cell {
    let mark =
      switch status {
      case .onTime: "v"
      case .submitted: "o"
      case .late: "t"
      case .overdue: "X"
      case .dueSoon: "!"
      case .waiting: "."
      case .exempt: "-"
      }
    return Table.Cell(mark, Words.style(status))
  }

  // MARK: - JSON

  static func json(
    _ pages: [VillagePage], year: Int, day: CivilDate, _ filter: ViewFilter
  ) -> JSONValue {
    let showsAcceptance = pages.contains(where: \.showsAcceptance)
    let documents = pages.reduce(into: VillageMatrix.Presence()) { $0 += $1.documents }
    let recommendations = pages.reduce(into: VillageMatrix.Presence()) { $0 += $1.recommendations }
    func presence(_ presence: VillageMatrix.Presence) -> JSONValue {
      var members: [String: JSONValue] = [
        "ada": .integer(presence.present), "wajib": .integer(presence.required),
      ]
      if showsAcceptance { members["diterima"] = .integer(presence.accepted) }
      return .object(members)
    }
    return [
      "tahun": .integer(year),
      "per": .string(day.description),
      "saringan": filter.json(),
      "terima_wajib": .boolean(showsAcceptance),
      "dokumen": presence(documents),
      "rekomendasi_add": presence(recommendations),
      "susulan": [
        "dokumen": .integer(documents.lateEntries),
        "rekomendasi_add": .integer(recommendations.lateEntries),
      ],
      "desa": .array(pages.flatMap { page in page.rows.map(page.json) }),
    ]
  }

  private func json(_ row: VillageMatrix.Row) -> JSONValue {
    var members: [String: JSONValue] = [
      "kode": .string(row.village.code.description),
      "nama": .string(row.village.name),
      "ada": .integer(row.presence.present),
      "wajib": .integer(row.presence.required),
      "dokumen": .array(
        row.documents.map { document in
          var members: [String: JSONValue] = [
            "laporan": .string(calendar.codes[document.report.code]),
            "status": .string(document.status.rawValue),
            "tanggal": JSONValue(document.date),
            "dikembalikan": JSONValue(document.returned),
            "berlaku_sampai": JSONValue(document.inForceThrough),
            "bagian": .array(document.parts.map(json)),
          ]
          if showsAcceptance { members["diterima"] = .boolean(document.presence.accepted > 0) }
          return .object(members)
        }),
      "rekomendasi": .array(row.recommendations.map(json)),
    ]
    if showsAcceptance { members["diterima"] = .integer(row.presence.accepted) }
    return .object(members)
  }

  private func json(_ part: Assessment) -> JSONValue {
    var members: [String: JSONValue] = [
      "periode": .string(part.obligation.id.period.description),
      "tenggat": JSONValue(part.due),
      "status": .string(part.status.rawValue),
      "tanggal": JSONValue(part.deciding?.date),
      "dikembalikan": JSONValue(part.pendingReturn?.date),
    ]
    if showsAcceptance { members["diterima"] = JSONValue(part.standing.acceptance?.date) }
    return .object(members)
  }
}

extension VillageMatrix.Row {
  /// Whether a document or a recommendation was returned and is waited for again.
  fileprivate var hasReturn: Bool {
    documents.contains { $0.returned != nil }
      || recommendations.contains { $0.pendingReturn != nil }
  }
}

internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Exchange
internal import Workspace
internal import Wording

/// What one kecamatan shows of a duty year or quarter, as one page for a browser and for paper: no script,
/// and nothing that is loaded from elsewhere.
struct OverviewPage {
  let overview: Overview
  let paper: PaperSize
  /// When it is made.
  let made: ClockReading

  private var text: OverviewText { OverviewText(overview) }

  /// The page.
  var html: String {
    PrintedPage(
      title: text.title, style: style, hasImage: overview.logo != nil,
      content: """
        <main>
        \(letterhead.html)
        <h1>\(text.title)</h1>
        <p class="keadaan">\(text.state). Dibuat \(made.date.indonesian) pukul \
        \(TimeOfDay(made).indonesian).</p>
        <nav class="layar">\(contents)</nav>
        \(HTMLText.lines(parts.map(\.html)))
        \(signature)
        </main>
        """
    ).html
  }

  private var letterhead: LetterheadPart {
    LetterheadPart(
      letterhead: overview.letterhead, logo: overview.logo, kecamatan: overview.question.kecamatan)
  }

  private var contents: HTMLText {
    HTMLText.joined(parts.map { "<a href=\"#\($0.name)\">\($0.link)</a> " })
  }

  // MARK: - Parts

  private var parts: [OverviewPart] {
    [schedule, villages, rates] + scorecards + [history, obligations]
  }

  private var schedule: OverviewPart {
    let sections = overview.schedule.sections.map { section, situations in
      OverviewPart.Block(
        title: "\(Words.title(section)) (\(situations.count))",
        grid: Grid(overview.schedule.columns, SituationGroup.groups(situations)).showing([
          "tenggat", "status", "laporan", "periode", "nama_unit", "penanggung_jawab",
        ]))
    }
    let isLocal = overview.schedule.situations.contains(where: \.isLocal)
    return OverviewPart(
      name: "jadwal", link: "Jadwal", title: text.scheduleTitle, blocks: sections,
      notes: (sections.isEmpty ? [OverviewText.nothingOpen] : [])
        + (isLocal ? [Words.localDate] : []))
  }

  private var villages: OverviewPart {
    let blocks = overview.villages.matrices.map { matrix in
      let keys = matrix.columns.map(\.key).filter { !["kode", "wajib"].contains($0) }
      return OverviewPart.Block(title: nil, grid: Grid(matrix.columns, matrix.rows).showing(keys))
    }
    return OverviewPart(
      name: "desa", link: "Dokumen desa", title: text.villagesTitle, blocks: blocks,
      notes: [text.villageTotals])
  }

  private var rates: OverviewPart {
    let total = Grid(overview.rates.columns, [overview.rates.rates.total])
    let keys = [
      "wajib", "tepat_waktu", "terlambat", "lewat", "menunggu", "dibebaskan", "susulan",
      "berjalan.persen_tepat_waktu", "persen_tepat_waktu",
    ]
    let tables = overview.rates.shownTables.map { table in
      OverviewPart.Block(
        title: nil,
        grid: Grid(table.columns(overview.rates.columns), table.rows).showing(["nama"] + keys))
    }
    return OverviewPart(
      name: "kepatuhan", link: "Kepatuhan", title: text.ratesTitle,
      blocks: [OverviewPart.Block(title: "Total", grid: total.showing(keys))] + tables,
      notes: text.rateNotes)
  }

  private var scorecards: [OverviewPart] {
    guard let scorecards = overview.scorecards else { return [] }
    let blocks = scorecards.sheets.map { sheet in
      OverviewPart.Block(
        title: OverviewText.title(of: sheet.scorecard.register),
        grid: Grid(sheet.columns(through: scorecards.scope.quarter), sheet.entries).showing([
          "kode", "nama", "jabatan", "target", "sd_triwulan", "realisasi", "pembilang", "capaian",
          "keterangan",
        ]))
    }
    return [
      OverviewPart(
        name: "iku", link: "IKU", title: text.scorecardsTitle, blocks: blocks, notes: [])
    ]
  }

  private var history: OverviewPart {
    let grid = Grid(LedgerLine.columns, overview.history)
    return OverviewPart(
      name: "riwayat", link: "Riwayat", title: text.historyTitle,
      blocks: [
        OverviewPart.Block(
          title: nil,
          grid: grid.showing([
            "nomor", "dicatat_pada", "petugas", "peristiwa", "nama_unit", "laporan", "periode",
            "tanggal", "catatan", "dibatalkan_oleh",
          ]))
      ].filter { !$0.grid.rows.isEmpty }, notes: grid.rows.isEmpty ? ["Buku masih kosong."] : [])
  }

  private var obligations: OverviewPart {
    OverviewPart(
      name: "kewajiban", link: "Kewajiban", title: text.obligationsTitle,
      blocks: [
        OverviewPart.Block(
          title: nil,
          grid: Grid(overview.obligations.columns, overview.obligations.facts).showing([
            "nama_unit", "laporan", "periode", "tenggat", "status", "tanggal", "hari_terlambat",
            "penanggung_jawab", "dasar_hukum", "keyakinan",
          ]))
      ], notes: [])
  }

  // MARK: - The signature

  private var signature: HTMLText {
    let lines = text.signature.map { line -> HTMLText in
      line.isName ? "<p><b>\(line.text)</b></p>" : "<p>\(line.text == " " ? "" : line.text)</p>"
    }
    return "<section class=\"penutup\">\n\(HTMLText.lines(lines))\n</section>"
  }
}

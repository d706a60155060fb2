internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Deeds
internal import Exchange
internal import LedgerStore
internal import Wording
internal import Workspace

/// What is to be frozen, as it is shown before: who signs, the rates, and the document itself.
struct FreezePreview {
  private let draft: FreezeDraft
  private let visit: Visit

  /// Shows a draft.
  init(_ draft: FreezeDraft, _ visit: Visit) {
    self.draft = draft
    self.visit = visit
  }

  private var statement: DutyStatement { draft.document.statement }
  private var quarter: Quarter { draft.freeze.quarter }

  /// The page that asks to confirm it.
  ///
  /// - Parameters:
  ///   - hidden: What is sent again.
  ///   - changed: What changed since it was shown before; `nil` where nothing did.
  /// - Returns: The page.
  func page(_ hidden: [EntryView.Hidden], changed: String?) -> ConfirmPage<ExportsPage> {
    let kecamatan = draft.desk.kecamatan
    return ConfirmPage(
      act: "Membekukan \(quarter.indonesianWithYear) · "
        + kecamatan.displayName(of: kecamatan.code),
      changed: changed, facts: facts, notices: notices, tables: tables,
      document: String(decoding: draft.freeze.document, as: UTF8.self), hidden: hidden,
      action: visit.paths.page(FreezePage.path), verb: "Bekukan",
      back: visit.paths.page(ExportsPage.path))
  }

  private var facts: [PreviewView.Fact] {
    let day = draft.freeze.day
    let signature = draft.document.endorsement?.signature?.capitalizedFirst
    let former = draft.desk.lastFreeze(of: quarter)
    return [
      .init(
        name: "Keadaan pada",
        value: Words.day(day) + Words.knowledge(through: draft.desk.knownThrough)),
      .init(name: "Pengesahan", value: signature ?? "Tidak ada: belum ditandatangani"),
    ]
      + (former.map { former in
        [
          .init(
            name: "Menggantikan",
            value: "pembekuan \(former.date.indonesian) (baris \(former.row.text))")
        ]
      } ?? [])
      + [
        .init(name: "Catatan", value: draft.freeze.note ?? "kosong"),
        .init(name: "Petugas", value: draft.freeze.recorder),
        .init(name: "SHA-256", value: LedgerStore.sha256(of: draft.freeze.document)),
      ]
  }

  private var notices: [String] {
    let isEarly = draft.freeze.day <= quarter.lastDay
    return [
      isEarly
        ? "\(Words.early(quarter, asOf: draft.freeze.day)); bekukan lagi sesudah "
          + "\(quarter.lastDay.indonesian)." : nil,
      draft.uncomputed.line,
      statement.indicators.isEmpty
        ? "Bagian indikator kosong: \(Words.noRegister(in: statement.duty.year))." : nil,
    ].compactMap(\.self)
  }

  private var tables: [TableView] {
    [
      TableView(
        "Kepatuhan", Rates.columns(ofQuarter: true),
        showing: [
          "wajib", "tepat_waktu", "terlambat", "lewat", "menunggu", "dibebaskan", "susulan",
          "berjalan.persen_tepat_waktu", "persen_tepat_waktu",
        ].map { .init($0, right: true) }, [statement.summary]),
      TableView(
        "Laporan kecamatan", DutyStatement.reportColumns,
        showing: [
          .init("laporan", namesRow: true), "periode", .init("tenggat", right: true), "status",
          .init("tanggal", right: true),
        ], statement.reports),
      TableView(
        "Kelengkapan desa setahun", DutyStatement.villageColumns,
        showing: [.init("desa", namesRow: true), .init("ada", right: true)], statement.villages),
      TableView(
        "Dokumen desa", DutyStatement.documentColumns,
        showing: [
          .init("desa", namesRow: true), "laporan", "periode", .init("tenggat", right: true),
          "status", .init("tanggal", right: true),
        ], statement.documentLines),
      TableView(
        "Indikator kinerja", DutyStatement.indicatorColumns,
        showing: ["kode", .init("nama", namesRow: true)]
          + ["pembilang", "penyebut", "realisasi", "capaian"].map { .init($0, right: true) },
        statement.indicators),
    ].filter { !$0.isEmpty }
  }
}

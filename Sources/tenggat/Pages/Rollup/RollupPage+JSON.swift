internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Exchange
internal import PlainText

extension RollupPage {
  /// The sums of many exports, for programs.
  ///
  /// - Parameter faults: The files that were left out.
  /// - Returns: The object of `gabung --json`.
  func json(_ faults: [ExportReading.Fault]) -> JSONValue {
    let recap = rollup.recap
    return .object([
      "tahun": .integer(rollup.duty.year),
      "triwulan": JSONValue(rollup.duty.quarter),
      "total": object(recap.total),
      "per_provinsi": counts(of: .province),
      "per_kabupaten": counts(of: .regency),
      "per_kecamatan": counts(of: .kecamatan),
      "nama": .object(
        RollupPage.object(recap.rows(of: [.kecamatan, .regency, .province])) { row in
          row.name.map { .string($0) } ?? .null
        }),
      "peringkat": .object([
        "provinsi": ranking(of: .province), "kabupaten": ranking(of: .regency),
        "kecamatan": ranking(of: .kecamatan),
      ]),
      "belum_mengirim": .array((rollup.missing ?? []).map { .string($0.code.description) }),
      "tabel_wilayah": .boolean(rollup.missing != nil),
      "di_luar_tabel": .array(rollup.strangers.map { .string($0.kecamatan.description) }),
      "ganda": .array(
        rollup.repetitions.map { repetition in
          [
            "kecamatan": .string(repetition.used.kecamatan.description),
            "dipakai": JSONValue(repetition.used),
            "diabaikan": .array(repetition.ignored.map { JSONValue($0) }),
          ]
        }),
      "per_tanggal": .object(
        Dictionary(
          rollup.days.map { ($0.day.description, .integer($0.count)) },
          uniquingKeysWith: { first, _ in first })),
      "kalender": .array(rollup.calendars.map { JSONValue($0, "laporan") }),
      "register": .array(rollup.registers.map { JSONValue($0, "indikator") }),
      "dilewati": .array(
        faults.map { ["berkas": .string($0.file), "kecamatan": .null] }
          + rollup.doubts.map {
            [
              "berkas": .string($0.export.file),
              "kecamatan": .string($0.kecamatan.description),
            ]
          }),
    ])
  }

  private func object(_ tally: Tally) -> JSONValue {
    JSONValue(tally, Rates.columns(ofQuarter: rollup.duty.quarter != nil))
  }

  private func counts(of level: Recap.Level) -> JSONValue {
    .object(RollupPage.object(rollup.recap.rows(of: level)) { object($0.tally) })
  }

  private func ranking(of level: Recap.Level) -> JSONValue {
    .array(
      rollup.recap.rankedRows(of: level, in: .rank).map { row in
        [
          "kode": .string(row.row.code),
          "peringkat": row.rank.map { .integer($0) } ?? .null,
          "persen_tepat_waktu": JSONValue(row.row.tally.currentRate.percent()),
        ]
      })
  }

  private static func object(
    _ rows: [Recap.Row], _ value: (Recap.Row) -> JSONValue
  ) -> [String: JSONValue] {
    Dictionary(rows.map { ($0.code, value($0)) }, uniquingKeysWith: { first, _ in first })
  }
}

extension JSONValue {
  fileprivate init(_ export: SubmittedExport) {
    self = ["berkas": .string(export.file), "dibuat": .string(export.made.description)]
  }

  fileprivate init(_ variant: Rollup.Variant, _ key: String) {
    self = .object([
      key: .array(variant.codes.split(separator: " ").map { .string(String($0)) }),
      "kecamatan": .array(variant.kecamatan.map { .string($0.description) }),
    ])
  }
}

internal import CivilCalendar
internal import ComplianceModel
internal import LedgerStore

/// What can be wrong with rows of another ledger, with its sentences in Indonesian.
enum BookSentence {
  private static let byHand: Remedy =
    "cocokkan dengan buktinya, lalu catat dengan perintahnya; baris lain: \(do: .skipFaultyRows)"

  static func noLedger(at place: SourcePlace) -> Finding {
    Finding(
      ImportProblem.noLedger, at: place,
      "baris pertamanya bukan judul buku, atau kolomnya dipindah",
      fix: "pakai salinan buku yang belum diolah; tabel penyampaian: \(do: .takeInTable)")
  }
  static func noRow(at place: SourcePlace) -> Finding {
    Finding(
      ImportProblem.noRow, at: place, "buku ini tidak memuat baris yang terbaca",
      fix: "pakai salinan yang lain")
  }
  static func otherKecamatan(_ code: RegionCode, at place: SourcePlace) -> Finding {
    Finding(
      ImportProblem.otherKecamatan, at: place,
      "buku ini milik \(code), yang tidak dipantau di ruang kerja ini",
      fix: "jalankan di ruang kerja kecamatan itu, atau tambahkan di wilayah.csv")
  }
  /// What is odd about the file as a whole.
  static func remarks(on copy: LedgerCopy, named name: String) -> [Finding] {
    var remarks: [Finding] = []
    if copy.wasResaved {
      remarks.append(
        Finding(
          ImportProblem.wasResaved, .remark, at: SourcePlace(file: name, line: 1, column: 1),
          "buku ini pernah disimpan ulang oleh program lain (BOM atau CRLF)",
          fix: "rantainya dibuktikan tanpa itu"))
    }
    if copy.hasTornTail {
      remarks.append(
        Finding(
          ImportProblem.tornTail, .remark,
          at: SourcePlace(file: name, line: copy.rows.count + 2, column: 1),
          "baris terakhir terpotong dan tidak dibaca", fix: "catat dengan perintahnya bila perlu"))
    }
    return remarks
  }

  // MARK: A row

  static func unreadable(_ row: LedgerCopy.Row, named name: String) -> Finding {
    let first = row.faults.first
    let place = first?.place ?? SourcePlace(file: name, line: row.line, column: 1)
    return Finding(
      ImportProblem.unreadable, at: place,
      "baris tidak terbaca" + (first.map { ": \($0.what)" } ?? ""), fix: byHand)
  }
  static func left(_ fault: Finding) -> Finding {
    fault.reported(fix: byHand)
  }
  static func notProved(_ number: Int, at place: SourcePlace) -> Finding {
    Finding(
      ImportProblem.notProved, at: place,
      "rantai baris #\(number) putus: isinya atau baris sebelumnya bukan lagi yang dicatat",
      fix: byHand)
  }
  static func twice(_ number: Int, at place: SourcePlace) -> Finding {
    Finding(ImportProblem.twice, at: place, "urutan \(number) ada dua kali", fix: byHand)
  }
  static func recordedLater(_ day: CivilDate, at place: SourcePlace) -> Finding {
    Finding(
      ImportProblem.recordedLater, at: place,
      "dicatat pada \(day.indonesian), hari yang belum tiba",
      fix: "periksa jam komputer; \(byHand)")
  }
  static func unknownUnit(_ unit: RegionCode, at place: SourcePlace) -> Finding {
    Finding(
      ImportProblem.unknownBookUnit, at: place, "unit \(unit) tidak ada di wilayah.csv",
      fix: "tambahkan unitnya, atau lewati barisnya dengan \(do: .skipFaultyRows)")
  }
  static func lostTarget(_ note: String, at place: SourcePlace) -> Finding {
    let mark = note.prefix { $0 != " " }
    return Finding(
      ImportProblem.lostTarget, at: place,
      "baris \(mark) yang dibatalkannya tidak ikut masuk dan tidak ada di sini",
      fix: "tidak ada yang perlu dibatalkan: lewati dengan \(do: .skipFaultyRows)")
  }
}

internal import Answers
internal import CivilCalendar
internal import ComplianceModel
internal import Exchange
internal import PlainText
internal import SystemPackage
internal import Workspace
internal import Wording

/// The letters of one run.
struct LetterBatch {
  /// One letter with its file.
  struct Letter {
    let prepared: PreparedLetter
    let path: FilePath
  }

  let letters: [Letter]
  /// Those that are not due yet.
  let resting: [WarningLetter]
}

/// What is said of the letters of one run.
struct LetterBatchPage {
  let batch: LetterBatch
  /// The rows by which they were recorded, in order; none where they are drafts.
  let rows: [LedgerEvent.RowID]
  /// Whether nothing was written.
  let isTrial: Bool
  /// Whether all desa were asked about.
  let isOfAll: Bool
  let pause: Int

  /// Each letter with the row by which it was recorded.
  private var recorded: [(letter: LetterBatch.Letter, row: LedgerEvent.RowID?)] {
    batch.letters.enumerated().map { index, letter in
      (letter, rows.indices.contains(index) ? rows[index] : nil)
    }
  }

  // MARK: - For people

  func print(to console: inout Console) {
    for (letter, row) in recorded { console.line(line(of: letter, row)) }
    for letter in batch.resting {
      let name = letter.question.kecamatan.displayName(of: letter.question.village.code)
      let last = letter.earlier.last.map { " \($0.date.indonesian)\($0.numberInBrackets)" } ?? ""
      console.line(
        "\(name): disurati\(last), kurang dari \(pause) hari sebelumnya; dilewati (--jeda)", .faint)
    }
    guard isOfAll || isTrial else { return }
    console.line()
    console.line(summary, .strong)
  }

  private func line(of letter: LetterBatch.Letter, _ row: LedgerEvent.RowID?) -> String {
    let prepared = letter.prepared
    let step = prepared.letter.step.name
    let number = prepared.number.map { " nomor \($0)" } ?? ""
    let what = row == nil && !isTrial ? "konsep \(step)" : step
    let earlier = prepared.letter.earlier.last.map { last in
      ", sesudah surat \(last.date.indonesian)\(last.numberInBrackets)"
    }
    let end =
      isTrial
      ? earlier ?? ", surat pertama"
      : row.map { ", tercatat (baris \($0.text))" } ?? "; tidak dikirim otomatis"
    return
      (isTrial ? "" : "\(letter.path): ")
      + "\(what)\(number) untuk \(prepared.villageName), "
      + "\(prepared.letter.documents.count) dokumen lewat tenggat\(end)"
  }

  private var summary: String {
    let count = "\(batch.letters.count) surat"
    if batch.letters.isEmpty { return "Tidak ada surat yang dibuat" }
    if isTrial { return "\(count); tidak ada yang ditulis atau dicatat (--coba)" }
    return rows.isEmpty
      ? "\(count), belum dicatat; sesudah bernomor ulangi dengan --nomor dan --catat"
      : "\(count) tercatat dalam buku"
  }

  // MARK: - JSON

  var json: JSONValue {
    [
      "coba": .boolean(isTrial),
      "surat": .array(recorded.map { LetterBatchPage.json($0, $1, isTrial: isTrial) }),
      "dilewati": .array(
        batch.resting.map { letter in
          .object(LetterBatchPage.members(letter))
        }),
    ]
  }

  private static func json(
    _ letter: LetterBatch.Letter, _ row: LedgerEvent.RowID?, isTrial: Bool
  ) -> JSONValue {
    let prepared = letter.prepared
    var members = members(prepared.letter)
    members["nomor"] = JSONValue(prepared.number)
    members["tanggal"] = JSONValue(prepared.date)
    members["berkas"] = isTrial ? .null : .string(letter.path.string)
    members["baris"] = JSONValue(row?.text)
    members["dokumen"] = .array(
      prepared.letter.documents.flatMap(\.parts).map { JSONValue($0, WarningLetter.columns) })
    return .object(members)
  }

  private static func members(_ letter: WarningLetter) -> [String: JSONValue] {
    [
      "unit": .string(letter.question.village.code.description),
      "nama_unit": .string(letter.question.kecamatan.displayName(of: letter.question.village.code)),
      "tahap": .integer(letter.step.number),
      "nama_tahap": .string(letter.step.name),
      "surat_sebelumnya": .array(
        letter.earlier.map { earlier in
          [
            "baris": .string(earlier.row.text), "tanggal": JSONValue(earlier.date),
            "nomor": JSONValue(earlier.note?.number), "tahap": .integer(earlier.step),
          ]
        }),
    ]
  }
}

extension IssuedLetter {
  /// Its number behind a blank, in brackets; nothing where it is not known.
  fileprivate var numberInBrackets: String { note.map { " (\($0.number))" } ?? "" }
}

internal import Answers
internal import CivilCalendar
internal import ComplianceModel
internal import Exchange
internal import PlainText
internal import Wording
internal import Workspace

extension KepatuhanExport {
  /// The file of what a desk knows on a day; what is missing in it is said.
  ///
  /// - Parameters:
  ///   - desk: The kecamatan's desk.
  ///   - day: The day of judging.
  ///   - made: When the document is made.
  ///   - session: The run, in which it is said which dates wait for a holiday file.
  /// - Returns: The bytes.
  /// - Throws: What making it throws.
  func file(
    of desk: Desk, asOf day: CivilDate, made: ClockReading, _ session: Session
  ) throws -> [UInt8] {
    let (document, uncomputed) = try document(
      desk, asOf: day, made: made, today: session.today)
    let bytes = try bytes(of: document)
    session.remark(on: document, uncomputed)
    return bytes
  }
}

extension Session {
  /// Says what is missing in a document.
  func remark(on document: KepatuhanDocument, _ uncomputed: UncomputedDates) {
    remark(uncomputed)
    let statement = document.statement
    guard statement.indicators.isEmpty else { return }
    Console.message(
      "tenggat: peringatan: bagian indikator_kinerja \(document.regions.kecamatan) kosong: "
        + "\(Words.noRegister(in: statement.duty.year)); susun registernya, lihat "
        + "'tenggat periksa iku'")
  }
}

extension CommandFailure {
  /// The sentences for a frozen quarter that cannot be compared.
  init(_ fault: FrozenFault) {
    switch fault.nature {
    case .notFrozen:
      self.init(.noInput, lines: fault.items.map(CommandFailure.line))
    case .damaged:
      self.init(.data, lines: fault.items.map { CommandFailure.line($0).printable })
    }
  }

  private static func line(_ item: FrozenFault.Item) -> String {
    (item.place ?? SourcePlace(file: program)).line(.fault, item.what, item.remedy.spelled)
  }
}

extension CommandFailure {
  /// The sentences for a document that is not given.
  init(_ refused: KepatuhanExport.Refused) {
    let lines =
      switch refused {
      case .nameless(let regions):
        regions.map {
          "wilayah.csv: galat: \($0) tidak punya baris, sehingga namanya kosong dalam dokumen; "
            + "tambahkan barisnya dengan nama, lalu ulangi"
        }
      case .invalid(let faults):
        faults.map { "ekspor:\($0): galat: tidak ada berkas yang ditulis; laporkan kesalahan ini" }
      }
    self.init(.data, lines: lines)
  }
}

internal import Answers
internal import CivilCalendar
internal import ComplianceModel
internal import Exchange
internal import Workspace

extension KepatuhanExport {
  /// The file of what a desk knows on a day; what is missing in it is said.
  ///
  /// - Parameters:
  ///   - desk: The kecamatan's desk.
  ///   - day: The day of judging.
  ///   - made: When the document is made.
  ///   - endorsement: Who signed it; `nil` while nobody has.
  ///   - session: The run, in which it is said which dates wait for a holiday file.
  /// - Returns: The document, and its bytes.
  /// - Throws: What making it throws.
  func file(
    of desk: Desk, asOf day: CivilDate, made: ClockReading,
    endorsement: KepatuhanDocument.Endorsement? = nil, _ session: Session
  ) throws -> (document: KepatuhanDocument, bytes: [UInt8]) {
    let (document, uncomputed) = try document(
      desk, asOf: day, made: made, today: session.today, endorsement: endorsement)
    session.remark(uncomputed)
    let bytes = try bytes(of: document)
    if document.statement.indicators.isEmpty {
      Console.message(
        "tenggat: peringatan: bagian indikator_kinerja \(document.regions.kecamatan) kosong: tidak "
          + "ada register IKU yang berlaku pada \(duty.year); susun registernya, lihat "
          + "'tenggat periksa iku'")
    }
    return (document, bytes)
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

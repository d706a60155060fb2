internal import ComplianceModel
internal import DurableFiles

extension CSVFault.Kind {
  /// What is wrong.
  var what: String {
    switch self {
    case .quoteInsideField: "tanda kutip di tengah isian"
    case .textAfterQuote: "ada teks sesudah tanda kutip penutup"
    case .unclosedQuote: "tanda kutip tidak ditutup"
    case .rowTooLong:
      "baris lebih panjang dari \(CSVStream.longestRow.indonesian) byte; sisanya tidak dibaca"
    }
  }
}

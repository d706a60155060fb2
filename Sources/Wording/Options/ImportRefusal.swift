internal import ComplianceModel

/// A reason why nothing of a table or a ledger is recorded, as data: how many of its rows are wrong.
package enum ImportRefusal: Objecting {
  /// Nothing is wrong but that late entries have no reason.
  case lacksReasons(rows: Int)
  /// Some rows are wrong.
  case faulty(rows: Int)

  package var objections: [Objection] {
    switch self {
    case .lacksReasons(let rows):
      [
        Objection(
          .request, ImportRefusal.what(rows),
          fix: "sebut sebab susulannya dengan \(do: .give(.reason)), atau di kolom alasan")
      ]
    case .faulty(let rows):
      [
        Objection(
          .data, ImportRefusal.what(rows),
          fix:
            "perbaiki lalu ulangi, atau catat yang benar saja dengan \(do: .skipFaultyRows)")
      ]
    }
  }

  private static func what(_ rows: Int) -> Remedy {
    "\(rows) baris salah, tidak ada yang dicatat"
  }
}

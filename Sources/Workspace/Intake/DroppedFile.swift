public import CivilCalendar
public import ComplianceModel

/// What a file of the drop folder is taken for.
public struct Filing: Hashable, Sendable {
  /// The unit.
  public let unit: RegionCode
  /// The code of the report.
  public let report: String
  /// The covered period.
  public let period: Period
  /// `tanggal`: the date in the name, else the day of receipt.
  public let date: CivilDate
  /// `diterima`: the day on which the file came into the folder.
  public let received: CivilDate
  /// The due date that is in force without it; `nil` where there is none.
  public let due: CivilDate?
}

/// What became of one file of the drop folder.
public struct DroppedFile: Sendable {
  /// What became of it, or would.
  public enum Fate: Sendable {
    /// It was recorded; the row is `nil` in a trial.
    case recorded(LedgerEvent.RowID?, Filing, isLateEntry: Bool)
    /// A standing row for the same obligation has the same bytes.
    case alreadyRecorded(LedgerEvent.RowID, Filing)
    /// It stays for a later run.
    case waiting(Wait)
    /// It cannot be placed.
    case quarantined(DropTrouble)
    /// It is a late entry without a reason, and stays.
    case lateEntry(Filing, days: Int)
    /// The file system or the ledger refused; it stays.
    case failed(any Error)
  }

  /// Why a file stays for a later run.
  public enum Wait: Hashable, Sendable {
    /// It came, or was written to, less than a minute ago.
    case young
    /// It came in the future by the clock, or after the day that is taken for today.
    case future
    /// It is being written to.
    case changing
  }

  /// The path below the drop folder.
  public let name: String
  /// What became of it.
  public let fate: Fate
  /// Its bytes.
  public let size: Int64
  /// The SHA-256 of its bytes in lower-case hexadecimal; `nil` where they were not read.
  public let sha256: String?
  /// The day on which it came.
  public let received: CivilDate
  /// Whether an earlier run said the same of it, and nothing has changed since.
  public internal(set) var wasTold = false
  /// Where it was moved, below the drop folder; `nil` where it stays, and in a trial.
  public internal(set) var movedTo: String?
  /// Why it could not be moved; what became of it otherwise holds all the same.
  public internal(set) var moveFailure: (any Error)?
}

/// What one look at the drop folder did.
public struct IntakeResult: Sendable {
  /// The files, those that came first in front.
  public internal(set) var files: [DroppedFile] = []
  /// The folders that lie too deep to be read.
  public internal(set) var deepFolders: [String] = []
  /// Those of them that no earlier run has told of.
  var newDeepFolders: [String] = []
  /// What the ledger's writer noticed on the way.
  public internal(set) var remarks: [Finding] = []

  /// What no earlier run has said.
  public var news: IntakeResult {
    var news = self
    news.files.removeAll(where: \.wasTold)
    news.deepFolders = newDeepFolders
    return news
  }
}

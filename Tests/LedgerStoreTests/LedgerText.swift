import CivilCalendar
import ComplianceModel
import LedgerStore
import TestSupport
import Testing

/// The header, as the interface prints it.
let header =
  "urutan,dicatat_pada,petugas,peristiwa,unit,laporan,periode,tanggal,diterima,nilai,berkas,sha256,"
  + "catatan,rantai\n"

/// SHA-256 in hexadecimal, by another road than the product's.
func sha256(_ text: String) -> String { sha256(Array(text.utf8)) }

func sha256(_ bytes: [UInt8]) -> String { ReferenceSHA256.hexadecimal(bytes) }

/// A ledger of Hatungun in 2026 from the text of its rows without their rantai.
func ledgerText(_ rows: [String], kecamatan: String = "63.05.12", year: Int = 2026) -> String {
  var chain = sha256("tenggat-buku-1 \(kecamatan) \(year)")
  var text = header
  for row in rows {
    chain = sha256(chain + "\n" + row)
    text += row + "," + chain + "\n"
  }
  return text
}

func read(_ text: String, year: Int = 2026) throws -> LedgerFile {
  var codes = CodeTable()
  return LedgerFile(
    Array(text.utf8), kecamatan: try hatungun(), year: year, codes: &codes)
}

func hatungun() throws -> RegionCode { try #require(RegionCode("63.05.12")) }

func day(_ text: String) throws -> CivilDate { try CivilDate(text) }

func instant(_ text: String) throws -> ClockReading { try #require(ClockReading(text)) }

func submission(_ subject: String = "LPPD", note: String = "") throws -> LedgerEntry {
  LedgerEntry(
    kind: .submitted, unit: try hatungun(), subject: subject, period: "2025",
    date: try day("2026-02-20"), received: try day("2026-02-20"), note: note, recorder: "operator")
}

/// A submission as a row without its rantai.
func row(_ number: Int, _ note: String = "") -> String {
  "\(number),2026-02-2\(min(number, 9))T09:00:00+08:00,operator,serah,63.05.12,LPPD,2025,"
    + "2026-02-20,2026-02-20,,,,\(note)"
}

extension LedgerFile {
  /// The faults as `line:column: what`.
  var faults: [String] {
    findings.filter { $0.severity == .fault }.map {
      "\($0.place.line):\($0.place.column): \($0.what)"
    }
  }

  var remarks: [Finding] { findings.filter { $0.severity == .remark } }
}

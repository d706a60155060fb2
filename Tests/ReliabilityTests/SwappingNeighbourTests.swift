import CLinux
import ComplianceModel
import Foundation
import LedgerStore
import Synchronization
import TestSupport
import Testing

/// Somebody who may write in the drop folder swaps folders for links, as fast as the kernel lets him, while
/// real runs take files in.
struct SwappingNeighbourTests {
  /// Exchanges pairs of names in a loop until it is told to stop.
  private final class Neighbour: Sendable {
    private let isStopped = Mutex(false)
    private let ended = DispatchSemaphore(value: 0)
    private let exchanges = Mutex(0)

    init(_ pairs: [(String, String)]) {
      Thread.detachNewThread { [self] in
        while !isStopped.withLock({ $0 }) {
          for (first, second) in pairs {
            let exchange: UInt32 = 2  // RENAME_EXCHANGE
            if renameat2(AT_FDCWD, first, AT_FDCWD, second, exchange) == 0 {
              exchanges.withLock { $0 += 1 }
            }
          }
        }
        ended.signal()
      }
    }

    /// Waits for the loop's end, and tells how often names were exchanged.
    func stop() -> Int {
      isStopped.withLock { $0 = true }
      ended.wait()
      return exchanges.withLock { $0 }
    }
  }

  private static let swapped = ["Tarungin", "selesai", "karantina", "selesai/2026"]
  private static let secret = "%PDF-1.4 rahasia"

  private func contents(_ folder: TemporaryFolder) throws -> [String: String] {
    Dictionary(uniqueKeysWithValues: try folder.files.map { ($0, try folder.text(of: $0)) })
  }

  @Test func `a neighbour who swaps folders for links gets nothing in and nothing out`()
    async throws
  {
    let office = try await TestOffice.founded()
    try await office.do("catat LKIP 2025")
    let outside = try TemporaryFolder()
    for name in Self.swapped {
      try outside.write(Self.secret, to: "\(name)/LPPDesa 2025.pdf", permissions: 0o600)
      let place = office.path(of: "kotak-masuk/\(name)")
      try FileManager.default.createDirectory(
        atPath: place, withIntermediateDirectories: true)
      #expect(symlink(outside.path(of: name), place + ".tukar") == 0)
    }
    let before = try contents(outside)
    let runs = Torture.count(8, long: 400)
    var exchanges = 0
    for run in 1...runs {
      // The neighbour rests while files are dropped, or they would be dropped outside.
      let inPlace = Self.swapped.allSatisfy { name in
        (try? FileManager.default.destinationOfSymbolicLink(
          atPath: office.path(of: "kotak-masuk/\(name)"))) == nil
      }
      #expect(inPlace)
      for name in ["Tarungin/LPPDesa 2025.pdf", "LPPD 2025.pdf", "foto \(run).jpg"] {
        try office.write("%PDF-1.4 kali ke-\(run) \(name)".utf8, to: "kotak-masuk/\(name)")
      }
      let neighbour = Neighbour(
        Self.swapped.map { name in
          let place = office.path(of: "kotak-masuk/\(name)")
          return (place, place + ".tukar")
        })
      _ = try await office.run("pindai --segera", on: TestOffice.clockDay)
      exchanges += neighbour.stop()
      try restore(office)
      #expect(try contents(outside) == before, "run \(run)")
      let evidence = try office.files(in: "dokumen").map { try #require(try office.bytes(of: $0)) }
      #expect(!evidence.contains { String(decoding: $0, as: UTF8.self).contains("rahasia") })
      #expect(office.files(in: "buku").allSatisfy { $0.hasSuffix(".csv") })
      let ledger = try #require(try office.ledger())
      #expect(ledger.findings.allSatisfy { $0.severity == .remark })
    }
    #expect(exchanges > runs)
    Torture.report("pindai: \(runs) kali, \(exchanges) pertukaran nama")
  }

  /// Puts each folder back under its name; links lie aside again.
  private func restore(_ office: TestOffice) throws {
    for name in Self.swapped {
      let place = office.path(of: "kotak-masuk/\(name)")
      let isLink = (try? FileManager.default.destinationOfSymbolicLink(atPath: place)) != nil
      if isLink {
        #expect(renameat2(AT_FDCWD, place, AT_FDCWD, place + ".tukar", 2) == 0)
      }
    }
  }
}

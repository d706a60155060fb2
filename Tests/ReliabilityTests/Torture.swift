import Foundation
import TestSupport

/// How hard the tests of this target try, and with which numbers.
///
/// `TENGGAT_TORTURE=1` selects the long form, as `Scripts/torture` does; otherwise all of them stay
/// short. `TENGGAT_TORTURE_BENIH` gives the seed, `TENGGAT_TORTURE_PROGRAM` another build of the
/// program than the one beside the tests.
enum Torture {
  private static let environment = ProcessInfo.processInfo.environment

  /// Whether the long form was asked for.
  static let isLong = environment["TENGGAT_TORTURE"] == "1"

  /// What all random choices of the run come from.
  static let seed: UInt64 =
    environment["TENGGAT_TORTURE_BENIH"].flatMap { UInt64($0) }
    ?? (isLong ? UInt64.random(in: 0...9_999_999) : 20_261_121)

  /// The program that is tortured.
  static let program = environment["TENGGAT_TORTURE_PROGRAM"] ?? ProgramRun.builtProgram

  /// A size for each form.
  static func count(_ short: Int, long: Int) -> Int { isLong ? long : short }

  /// A generator for one test, so that tests do not take numbers from each other.
  static func generator(_ name: String) -> SplitMix64 {
    // FNV-1a of 64 bits (RFC 9923).
    var hash: UInt64 = 14_695_981_039_346_656_037
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
    return SplitMix64(seed: seed ^ hash)
  }

  /// Says in the long form what was done.
  static func report(_ line: String) {
    guard isLong else { return }
    print("ketahanan: \(line) (benih \(seed))")
  }
}

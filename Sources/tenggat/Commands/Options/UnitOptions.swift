internal import ArgumentParser
internal import Workspace
internal import Wording

/// The units that a command acts on.
struct UnitOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Kode atau nama unit, boleh diulang.", valueName: "unit"))
  var unit: [String] = []
  @Flag(help: "Semua desa yang dipantau.")
  var semuaDesa = false
  @Option(
    help: ArgumentHelp("Desa yang tidak ikut --semua-desa, boleh diulang.", valueName: "unit"))
  var kecuali: [String] = []

  /// What the options say together.
  ///
  /// - Throws: A ``CommandFailure`` for options that contradict each other.
  var named: NamedUnits {
    get throws {
      if semuaDesa {
        guard unit.isEmpty else {
          throw OptionRefusal.together(
            "--unit", "--semua-desa",
            .villages(by: "--unit", orAll: "--semua-desa --kecuali"))
        }
        return .allVillages(except: kecuali)
      }
      guard kecuali.isEmpty else {
        throw OptionRefusal.without(
          "--kecuali", "--semua-desa", .addOrRemove("--semua-desa", "--kecuali"))
      }
      return .these(unit)
    }
  }
}

// swift-tools-version: 6.3

import PackageDescription

// A package of somebody else that uses the libraries of this one. Instead of the path stands the address of the
// repository there, with a version: .package(url: "…/tenggat.git", from: "1.0.0").
let package = Package(
  name: "examples",
  dependencies: [.package(name: "tenggat", path: "..")],
  targets: [
    .executableTarget(
      name: "working-days", dependencies: [.product(name: "CivilCalendar", package: "tenggat")]),
    .executableTarget(
      name: "village-duties", dependencies: [.product(name: "Compliance", package: "tenggat")]),
  ],
  swiftLanguageModes: [.v6])

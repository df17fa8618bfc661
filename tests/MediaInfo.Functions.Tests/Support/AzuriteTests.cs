using MediaInfo.TestSupport;

namespace MediaInfo.Functions.Tests.Support;

/// <summary>The tests that share one emulator.</summary>
[CollectionDefinition(AzuriteFixture.Collection)]
public sealed class AzuriteTests : ICollectionFixture<AzuriteFixture>;

using MediaInfo.TestSupport;
using Xunit;

namespace MediaInfo.AzureStorage.Tests.Support;

/// <summary>The tests that share one emulator.</summary>
[CollectionDefinition(AzuriteFixture.Collection)]
public sealed class AzuriteTests : ICollectionFixture<AzuriteFixture>;

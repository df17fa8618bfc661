using MediaInfo.Core.Configuration;

namespace MediaInfo.LocalStorage.Tests;

public sealed class LocalStorageOptionsTests
{
    [Fact]
    public void The_defaults_are_valid()
    {
        var options = new LocalStorageOptions();

        Assert.Empty(Problems(options));
        Assert.Equal(Path.GetFullPath("data"), options.Root);
        Assert.Equal(Path.Combine(options.Root, "media"), options.MediaRoot);
    }

    [Theory]
    [InlineData("/srv/data", "/srv")]
    [InlineData("/srv/data", "/srv/data")]
    [InlineData("/srv/data", "/")]
    public void The_media_folder_must_not_hold_the_services_own_files(string directory, string media) => Assert.Contains(
        "must not contain", Assert.Single(Problems(new LocalStorageOptions { Directory = directory, Media = media })),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("/srv/data", "/srv/media")]
    [InlineData("/srv/data", "/srv/data/films")]
    [InlineData("/srv/data-1", "/srv/data")]
    public void Other_media_folders_are_allowed(string directory, string media) =>
        Assert.Empty(Problems(new LocalStorageOptions { Directory = directory, Media = media }));

    [Fact]
    public void A_wrong_address_and_a_short_key_are_reported() => Assert.Equal(
        ["Storage:Local:PublicAddress", "Storage:Local:LinkKeys:1"],
        Problems(new LocalStorageOptions
        {
            PublicAddress = new Uri("ftp://example.com"),
            LinkKeys = [new string('k', 32), "short"],
        }).Select(problem => problem.Split(' ')[0]));

    [Fact]
    public void The_keys_are_not_shown() => Assert.DoesNotContain(
        "kkk", new LocalStorageOptions { LinkKeys = [new string('k', 32)] }.ToString(), StringComparison.Ordinal);

    private static IEnumerable<string> Problems(LocalStorageOptions options) =>
        new SettingsGroup("Storage:Local", options).Problems();
}

using System.Reflection;
using MediaInfo.AzureStorage;

namespace MediaInfo.Architecture.Tests;

public sealed class WordingTests
{
    private static readonly string[] OwnNames = typeof(StorageNames)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.IsLiteral)
        .Select(field => (string)field.GetRawConstantValue()!)
        .ToArray();

    [Fact]
    public void No_file_names_the_package_registries_of_this_machine()
    {
        Assert.Contains(Repository.Texts, path => Repository.NameOf(path) is "README.md");
        var hosts = PackageRegistries.PrivateHosts();
        var strays =
            from path in Repository.Texts
            let text = File.ReadAllText(path)
            from host in hosts
            where text.Contains(host, StringComparison.OrdinalIgnoreCase)
            select $"{Repository.NameOf(path)} names {host}";

        Strays.None(strays);
    }

    [Fact]
    public void The_npm_lock_files_name_no_registry()
    {
        string[] paths = [.. Repository.Texts.Where(path => Path.GetFileName(path) is "package-lock.json")];

        Assert.Equal(2, paths.Length);
        Assert.All(paths, path => Assert.DoesNotContain("\"resolved\"", File.ReadAllText(path), StringComparison.Ordinal));
    }

    [Fact]
    public void Storage_names_are_written_in_one_file()
    {
        var strays =
            from path in Repository.Sources
            where Path.GetFileName(path) is not ("StorageNames.cs" or "OwnBucket.cs")
            let text = File.ReadAllText(path)
            from name in OwnNames
            where text.Contains($"\"{name}\"", StringComparison.Ordinal)
            select $"{Repository.NameOf(path)} writes \"{name}\"";

        Assert.Contains("callbacks-poison", OwnNames);
        Assert.Contains("mediainfo-jobs", OwnNames);
        Strays.None(strays);
    }
}

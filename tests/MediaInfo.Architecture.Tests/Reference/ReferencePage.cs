using MediaInfo.TestSupport;

namespace MediaInfo.Architecture.Tests.Reference;

/// <summary>A page of docs/reference, made from the code.</summary>
/// <param name="Name">Its file's name without ".md".</param>
/// <param name="Title">Its heading.</param>
internal abstract record ReferencePage(string Name, string Title)
{
    /// <summary>Where the page is.</summary>
    public string Path => RepositoryRoot.Combine("docs", "reference", $"{Name}.md");

    /// <summary>The page's text.</summary>
    public string Write()
    {
        var text = new MarkdownText();
        text.Line($"# {Title}");
        text.Line(
            $"*Made from the code by a test: change the comments there, and run the tests with `{GoldenFile.UpdateVariable}=1`.*");
        Write(text);
        return text.ToString();
    }

    /// <summary>Writes what follows the heading.</summary>
    protected abstract void Write(MarkdownText text);
}

namespace MediaInfo.Core.Templates;

/// <summary>The templates of an account as read from the store.</summary>
/// <param name="Book">The templates.</param>
/// <param name="ETag">The ETag of the version that was read; a replacement must match it.</param>
public sealed record StoredTemplates(TemplateBook Book, string ETag);

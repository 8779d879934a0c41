namespace SayNo.ContentApi.Guide;

/// <summary>The page for people: the same that the OpenAPI document says, made to be read.</summary>
/// <param name="Title">Name of the API.</param>
/// <param name="About">Markdown.</param>
/// <param name="Groups">Resources that belong together, the place to start first.</param>
/// <param name="Schemas">What answers are made of.</param>
public sealed record ApiPage(string Title, string About, IReadOnlyList<ApiGroup> Groups, IReadOnlyList<ApiSchema> Schemas);

/// <summary>Resources that belong together.</summary>
public sealed record ApiGroup(string Name, string Description, IReadOnlyList<ApiResource> Resources);

/// <summary>One address, or one form of address.</summary>
public sealed record ApiResource
{
    /// <summary>Name of its section on the page.</summary>
    public required string Id { get; init; }

    public required string Path { get; init; }

    /// <summary>The path with an example in each place.</summary>
    public required string Example { get; init; }

    public required string Summary { get; init; }

    /// <summary>Markdown.</summary>
    public required string Description { get; init; }

    public required IReadOnlyList<ApiMember> Parameters { get; init; }

    /// <summary>Name of the schema of the data.</summary>
    public required string Schema { get; init; }

    public required bool IsList { get; init; }

    public required IReadOnlyList<ApiStatus> Answers { get; init; }
}

/// <summary>A status code and what it means there.</summary>
public sealed record ApiStatus(string Code, string Description);

/// <summary>A parameter, or a member of an object.</summary>
/// <param name="Name">Members within members are written with a full stop between, lists with brackets.</param>
/// <param name="Form">What it may be, in words.</param>
/// <param name="IsRequired">False if it may be absent.</param>
/// <param name="Description">Markdown.</param>
public sealed record ApiMember(string Name, string Form, bool IsRequired, string Description);

/// <summary>An object that answers are made of.</summary>
/// <param name="Name">As others refer to it.</param>
/// <param name="Description">Markdown.</param>
/// <param name="Extends">The schemas whose members it has as well.</param>
/// <param name="Members">Its own members.</param>
/// <param name="Example">JSON; none if it has no example.</param>
public sealed record ApiSchema(string Name, string Description, IReadOnlyList<string> Extends, IReadOnlyList<ApiMember> Members, string? Example);

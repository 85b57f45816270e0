using System.CommandLine;
using OmniReel.Client;
using OmniReel.CommandLine;
using OmniReel.Contract.Answers;

namespace OmniReel.Generate;

/// <summary>Where the pictures of a film are saved.</summary>
internal sealed class StillOptions
{
    private readonly Option<string?> _poster;
    private readonly Option<string?> _storyboard;

    public StillOptions(Command command, Speech speech)
    {
        command.Add(_poster = new("--poster") { HelpName = "FILE", Description = speech["Save one good frame of the film too (JPEG)", "另存一帧海报（JPEG）"] });
        command.Add(_storyboard = new("--storyboard") { HelpName = "FILE", Description = speech["Save the storyboard sheet too (PNG)", "另存分镜表（PNG）"] });
    }

    /// <param name="writable">Refuses paths that nothing can be written to, by the option's name and the path.</param>
    public Chosen Read(ParseResult parsed, Func<string, string, string> writable) =>
        new(Path(parsed, _poster, writable), Path(parsed, _storyboard, writable));

    private static string? Path(ParseResult parsed, Option<string?> option, Func<string, string, string> writable) =>
        parsed.GetValue(option) is { } path ? writable(option.Name, path) : null;

    internal sealed record Chosen(string? Poster, string? Storyboard)
    {
        /// <summary>Saves what was asked for, and says where it is, or where the server has it.</summary>
        /// <param name="isKept">The server lives on, and its links with it.</param>
        public async Task SaveAsync(OmniReelClient client, TaskData task, Terminal terminal, bool isKept, CancellationToken cancellation)
        {
            var speech = terminal.Speech;
            await SaveAsync(speech["poster", "海报"], task.OmniReel?.PosterUrl, Poster);
            await SaveAsync(speech["storyboard", "分镜表"], task.OmniReel?.StoryboardUrl, Storyboard);

            async Task SaveAsync(string what, string? url, string? path)
            {
                if (url is null)
                {
                    if (path is not null)
                        await terminal.Error.WriteLineAsync(speech[$"omnireel: this server made no {what}", $"omnireel：该服务器没有生成{what}"]);
                }
                else if (path is not null)
                {
                    await client.DownloadAsync(url, path, null, cancellation);
                    await terminal.Output.WriteLineAsync(path);
                }
                else if (isKept)
                {
                    await terminal.Error.WriteLineAsync($"{what}: {url}");
                }
            }
        }
    }
}

using OmniReel.Console.Create.Bodies;

namespace OmniReel.Console.Create.Snippets;

/// <summary>The form's request in a language that people program in.</summary>
/// <param name="Name">The language: <c>curl</c>, <c>C#</c>, <c>Node</c>, <c>Python</c>.</param>
/// <param name="FileName">What to save it as.</param>
/// <param name="Text">The code, ready to run with a key in <see cref="SnippetTarget.KeyVariable"/>.</param>
public sealed record Snippet(string Name, string FileName, string Text)
{
    /// <summary>The request in every language there is.</summary>
    public static IReadOnlyList<Snippet> All(CreateForm form, SnippetTarget target) => [Curl(form, target), CSharp(form, target), Node(form, target), Python(form, target)];

    /// <summary>For a shell: one command, which prints the answer.</summary>
    public static Snippet Curl(CreateForm form, SnippetTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return new("curl", "create.sh", $"""
            curl -sS {Shell(target.Server + target.Path)} \
              -H "Authorization: Bearer ${SnippetTarget.KeyVariable}" \
              -H 'Content-Type: application/json' \
              --data-raw {Shell(FormBody.Write(form, JsonWords.Json))}

            """);
    }

    /// <summary>For a console program with OmniReel.Client: creates the task, waits, prints the film's address.</summary>
    public static Snippet CSharp(CreateForm form, SnippetTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var body = FormBody.Write(form, JsonWords.Json);
        var quotes = new string('"', Math.Max(3, LongestRun(body, '"') + 1));
        return new("C#", "Program.cs", $$"""
            // Needs the package OmniReel.Client.
            using OmniReel.Client;

            using var client = new OmniReelClient(new OmniReelClientOptions
            {
                BaseUrl = new Uri({{JsonScript.Quote(target.Server + target.Path)}}),
                Key = Environment.GetEnvironmentVariable("{{SnippetTarget.KeyVariable}}"),
            });

            var request = {{quotes}}
            {{Indent(body)}}
                {{quotes}}u8.ToArray();

            var created = await client.CreateAsync(request);
            Console.WriteLine(created.TaskId);
            var task = await client.WaitAsync(created.TaskId);
            Console.WriteLine(task.TaskStatus == "succeed" ? task.TaskResult.Videos![0].Url : task.TaskStatusMsg);

            """);
    }

    /// <summary>For Node without packages: creates the task, waits, prints the film's address.</summary>
    public static Snippet Node(CreateForm form, SnippetTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return new("Node", "create.mjs", $$"""
            // {{SnippetTarget.KeyVariable}}=… node create.mjs   (Node 18 or later, no packages)
            const videos = {{JsonScript.Quote(target.Server + target.Path)}};
            const headers = { Authorization: `Bearer ${process.env.{{SnippetTarget.KeyVariable}}}`, "Content-Type": "application/json" };

            const request = {{FormBody.Write(form, JsonWords.Json)}};

            async function call(address, options = {}) {
              const answer = await fetch(address, { headers, ...options });
              const { code, message, data } = await answer.json();
              if (code !== 0) throw new Error(`${code}: ${message}`);
              return data;
            }

            let task = await call(videos, { method: "POST", body: JSON.stringify(request) });
            console.log(task.task_id);
            while (task.task_status !== "succeed" && task.task_status !== "failed") {
              await new Promise((done) => setTimeout(done, 2000));
              task = await call(`${videos}/${task.task_id}`);
            }
            console.log(task.task_status === "succeed" ? task.task_result.videos[0].url : task.task_status_msg);

            """);
    }

    /// <summary>For Python with nothing but its standard library: creates the task, waits, prints the film's address.</summary>
    public static Snippet Python(CreateForm form, SnippetTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return new("Python", "create.py", $$"""
            # {{SnippetTarget.KeyVariable}}=… python3 create.py   (standard library only)
            import json
            import os
            import time
            import urllib.error
            import urllib.request

            VIDEOS = {{JsonScript.Quote(target.Server + target.Path)}}
            HEADERS = {"Authorization": "Bearer " + os.environ["{{SnippetTarget.KeyVariable}}"], "Content-Type": "application/json"}

            request = {{FormBody.Write(form, JsonWords.Python)}}


            def call(address, body=None):
                data = None if body is None else json.dumps(body).encode()
                try:
                    with urllib.request.urlopen(urllib.request.Request(address, data, HEADERS)) as answer:
                        return json.load(answer)["data"]
                except urllib.error.HTTPError as refused:
                    raise SystemExit(json.load(refused)["message"])


            task = call(VIDEOS, request)
            print(task["task_id"])
            while task["task_status"] not in ("succeed", "failed"):
                time.sleep(2)
                task = call(VIDEOS + "/" + task["task_id"])
            print(task["task_result"]["videos"][0]["url"] if task["task_status"] == "succeed" else task["task_status_msg"])

            """);
    }

    /// <summary>One word of a POSIX shell, whatever is in it: in single quotes nothing has a meaning but the quote that ends them.</summary>
    private static string Shell(string text) => "'" + text.Replace("'", "'\\''", StringComparison.Ordinal) + "'";

    private static string Indent(string text) => "    " + text.Replace("\n", "\n    ", StringComparison.Ordinal);

    private static int LongestRun(string text, char of)
    {
        var (longest, run) = (0, 0);
        foreach (var at in text)
        {
            run = at == of ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}

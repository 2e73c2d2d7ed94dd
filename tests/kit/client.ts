/** A caller of the API: cookies kept, errors as data. */

export interface Answer<T> {
  data: T;
  errors?: {
    message: string;
    path?: (string | number)[];
    extensions: {
      code: string;
      key: string;
      messages: { vi: string; en: string };
      fields: { path: string; key: string }[];
      requestId: string;
    };
  }[];
}

export class Client {
  readonly #url: string;
  #cookie = '';

  constructor(url: string) {
    this.#url = url;
  }

  static async signIn(url: string, login: string, password: string): Promise<Client> {
    const client = new Client(url);
    await client.ask(
      `mutation ($login: String!, $password: String!) { signIn(login: $login, password: $password) { login } }`,
      {
        login,
        password,
      },
    );
    return client;
  }

  /** The session cookie, for callers that are not this client. */
  get cookie(): string {
    return this.#cookie;
  }

  /** Sends an operation; gives whatever comes back. */
  async send<T>(query: string, variables: Record<string, unknown> = {}): Promise<Answer<T>> {
    const response = await fetch(`${this.#url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: this.#cookie },
      body: JSON.stringify({ query, variables }),
    });
    const set = response.headers.get('set-cookie');
    if (set) this.#cookie = set.split(';')[0]!;
    return (await response.json()) as Answer<T>;
  }

  /** Sends an operation that must succeed. */
  async ask<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const { data, errors } = await this.send<T>(query, variables);
    if (errors)
      throw new Error(errors.map((error) => `${error.extensions?.key}: ${error.message}`).join('\n'));
    return data;
  }

  /** Sends an operation that must be refused; gives the key of the first problem. */
  async refused(query: string, variables: Record<string, unknown> = {}): Promise<string> {
    const { errors } = await this.send(query, variables);
    if (!errors?.[0]) throw new Error('This was not refused');
    return errors[0].extensions.key;
  }
}

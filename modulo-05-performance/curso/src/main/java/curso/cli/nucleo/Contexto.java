package curso.cli.nucleo;

import curso.bancada.catalogo.Casa;
import curso.bancada.catalogo.Catalogo;
import curso.cli.progresso.Diario;
import curso.cli.terminal.Tela;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/// O que todo comando recebe: onde está o curso, onde escrever, que horas são.
public final class Contexto {

    private final Casa casa;
    private final Tela tela;
    private final Clock relogio;
    private final Map<String, String> ambiente;
    private final InputStream entrada;
    private final Path pasta;
    private final Diario diario;
    private Catalogo catalogo;

    public Contexto(Casa casa, Tela tela, Clock relogio, Map<String, String> ambiente, InputStream entrada,
            Path pasta) {
        this.casa = casa;
        this.tela = tela;
        this.relogio = relogio;
        this.ambiente = Map.copyOf(ambiente);
        this.entrada = entrada;
        this.pasta = pasta;
        this.diario = new Diario(pasta, relogio, tela::aviso);
    }

    /// O mesmo curso, escrito noutra tela.
    public Contexto com(Tela outra) {
        var novo = new Contexto(casa, outra, relogio, ambiente, entrada, pasta);
        novo.catalogo = catalogo;
        return novo;
    }

    public Casa casa() {
        return casa;
    }

    public Tela tela() {
        return tela;
    }

    public Clock relogio() {
        return relogio;
    }

    public Map<String, String> ambiente() {
        return ambiente;
    }

    public InputStream entrada() {
        return entrada;
    }

    public Diario diario() {
        return diario;
    }

    /// Pasta do que é do aluno: progresso, cópias e resultados. O git a ignora.
    public Path pasta() {
        return pasta;
    }

    /// Devolve as aulas, lidas uma vez.
    public Catalogo catalogo() {
        if (catalogo == null) {
            catalogo = Catalogo.ler(casa);
        }
        return catalogo;
    }

    /// Escreve um caminho como se digita da raiz do curso.
    public String relativo(Path caminho) {
        var absoluto = caminho.toAbsolutePath().normalize();
        return absoluto.startsWith(casa.raiz()) ? casa.raiz().relativize(absoluto).toString() : caminho.toString();
    }
}

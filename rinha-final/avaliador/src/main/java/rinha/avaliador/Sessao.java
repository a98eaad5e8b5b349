package rinha.avaliador;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import rinha.avaliador.conversa.Conversa;
import rinha.avaliador.conversa.Desfecho;
import rinha.avaliador.conversa.Mensagem;
import rinha.avaliador.conversa.Troca;
import rinha.avaliador.regras.AlvoParou;
import rinha.avaliador.regras.Api;
import rinha.avaliador.regras.Catalogo;
import rinha.avaliador.regras.Exame;
import rinha.avaliador.regras.Impedimento;
import rinha.avaliador.regras.Prova;
import rinha.avaliador.regras.RegrasDeCarga;
import rinha.carga.Alvo;
import rinha.carga.TipoDeErro;

/// O andamento de uma avaliação: bate à porta, prova as regras, põe a carga e fecha as contas.
final class Sessao {

    private static final int TENTATIVAS = 3;
    private static final String INTERROMPIDA = "a avaliação foi interrompida antes desta regra";

    private final PlanoDeAvaliacao plano;
    private final Andamento andamento;
    private final Set<String> ids;
    private final Alvo alvo;
    private final Api api;
    private final Conversa conversa;
    private final Julgamento julgamento;
    private final List<String> avisos = new ArrayList<>();
    private final CargaOficial carga;
    private volatile boolean parada;
    private Optional<Silencio> calou = Optional.empty();
    private boolean doZero;

    Sessao(PlanoDeAvaliacao plano, Andamento andamento) {
        this.plano = plano;
        this.andamento = andamento;
        this.ids = Catalogo.resolver(plano.so(), plano.carga().isPresent());
        this.alvo = Alvo.de(plano.alvo().toString());
        this.conversa = new Conversa(alvo, plano.prazo());
        this.api = new Api(conversa);
        this.julgamento = new Julgamento(plano);
        this.carga = new CargaOficial(plano, alvo, api);
    }

    void parar() {
        parada = true;
        carga.parar();
    }

    Avaliacao avaliar() throws AlvoInacessivel, InterruptedException {
        Instant comecou = Instant.now();
        long inicio = System.nanoTime();
        baterNaPorta();
        zerar();
        api.olharOsExtratos();
        for (Prova prova : Catalogo.oficiais()) {
            provar(prova);
        }
        if (pedeCarga()) {
            carregar();
        }
        for (Prova prova : Catalogo.conselhos()) {
            provar(prova);
        }
        responde();
        if (parada) {
            julgamento.invalidar("a avaliação foi interrompida");
        }
        return julgamento.avaliacao(comecou, Duration.ofNanos(System.nanoTime() - inicio), carga.resultado(), carga.fechamento(), avisos);
    }

    private void baterNaPorta() throws AlvoInacessivel {
        Troca t = primeiraResposta();
        switch (t.desfecho()) {
            case Desfecho.SemResposta s -> throw new AlvoInacessivel(("%s não atende (%s). Esperado: qualquer resposta HTTP a GET /clientes/1/extrato. "
                    + "Confira se o servidor está de pé nesta porta, ou suba o do curso com ./curso rinha subir.").formatted(alvo.base(), s.emPalavras()));
            case Desfecho.Respondeu r when r.status() >= 300 && r.status() < 400 -> throw new AlvoInacessivel(
                    "%s redireciona (%s). Avalie direto o endereço final.".formatted(alvo.base(), r.emPalavras()));
            case Desfecho.Respondeu _ -> { }
        }
    }

    /// Um servidor frio pode demorar na primeira: o teste oficial também pergunta mais de uma vez.
    private Troca primeiraResposta() {
        Troca t = conversa.pedir(Mensagem.get("/clientes/1/extrato"));
        for (int i = 1; i < TENTATIVAS && t.desfecho() instanceof Desfecho.SemResposta s && s.erro() == TipoDeErro.TIMEOUT; i++) {
            t = conversa.pedir(Mensagem.get("/clientes/1/extrato"));
        }
        return t;
    }

    private void zerar() {
        if (!plano.zerar()) {
            return;
        }
        Troca t = conversa.pedir(Mensagem.post("/reset", ""));
        doZero = t.status() >= 200 && t.status() < 300;
        if (!doZero) {
            avisos.add("POST /reset não zerou (%s): seguimos com o banco como está.".formatted(t.veio()));
        }
    }

    private void provar(Prova prova) throws InterruptedException {
        if (!ids.contains(prova.regra().id())) {
            return;
        }
        if (parada || calou.isPresent()) {
            registrar(julgamento.naoAvaliada(prova.regra(), parada ? INTERROMPIDA : "o servidor parou de responder; veja C00"));
            return;
        }
        andamento.comecou(prova.regra());
        Exame exame = new Exame(prova.regra(), api, doZero, new SplittableRandom(plano.semente()));
        String impedimento = "";
        try {
            prova.passos().fazer(exame);
        } catch (Impedimento e) {
            impedimento = e.getMessage();
        } catch (AlvoParou e) {
            calou = Optional.of(Silencio.em(prova.regra(), e.getMessage()));
            impedimento = "o servidor parou de responder; veja C00";
        }
        registrar(julgamento.verificar(exame, impedimento));
    }

    private boolean pedeCarga() {
        return plano.carga().isPresent() && RegrasDeCarga.todas().stream().anyMatch(r -> ids.contains(r.id()));
    }

    private void carregar() throws InterruptedException {
        String impedimento = parada ? INTERROMPIDA : calou.isPresent() ? "o servidor parou de responder; veja C00" : "";
        if (impedimento.isEmpty()) {
            try {
                carga.rodar(andamento);
            } catch (Impedimento e) {
                impedimento = e.getMessage();
            } catch (AlvoParou e) {
                calou = Optional.of(Silencio.naCarga(e.getMessage()));
                impedimento = "o servidor parou de responder; veja C00";
            }
        }
        String motivo = impedimento;
        RegrasDeCarga.todas().stream().filter(r -> ids.contains(r.id())).forEach(r -> registrar(carga.serve(r)
                ? julgamento.verificar(carga.exame(r, julgamento), "") : julgamento.naoAvaliada(r, motivo)));
    }

    private void responde() {
        if (calou.isPresent() || ids.contains(Catalogo.RESPONDE.id())) {
            registrar(julgamento.responde(calou));
        }
    }

    private void registrar(Verificacao v) {
        andamento.terminou(v);
        if (v.bancoUsado()) {
            avisos.add("O" + v.motivo().substring(1) + ".");
        }
    }
}
